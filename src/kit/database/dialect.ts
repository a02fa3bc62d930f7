import { PostgresDialect, PostgresQueryCompiler, ValueNode, type LimitNode } from 'kysely'

/** Writes a limit into the statement instead of beside it: a plan that is kept for all values should know that only a page is wanted. There are few different ones. */
class LimitsInWords extends PostgresQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    if (ValueNode.is(node.limit) && Number.isInteger(node.limit.value)) this.append(`limit ${String(node.limit.value)}`)
    else super.visitLimit(node)
  }
}

/** PostgreSQL as we speak to it. */
export class Dialect extends PostgresDialect {
  override createQueryCompiler(): LimitsInWords {
    return new LimitsInWords()
  }
}
