import { OperationNodeTransformer, ValueNode, type KyselyPlugin, type LimitNode, type QueryId } from 'kysely'

/** Writes a limit into the statement instead of beside it: a plan that is kept for all values should know that only a page is wanted. There are few different ones. */
class LimitsInWords extends OperationNodeTransformer {
  protected override transformLimit(node: LimitNode, id?: QueryId): LimitNode {
    const limit = super.transformLimit(node, id)
    return ValueNode.is(limit.limit) && Number.isInteger(limit.limit.value) ? { ...limit, limit: ValueNode.createImmediate(limit.limit.value) } : limit
  }
}

const transformer = new LimitsInWords()

export const plainLimits: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
  transformResult: ({ result }) => Promise.resolve(result),
}
