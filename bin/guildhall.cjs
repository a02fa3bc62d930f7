#!/usr/bin/env node
/* Written so that even a very old Node can read it: it finds the Node that Guildhall brings along and runs everything on that. */
'use strict'
var path = require('path')
var fs = require('fs')
var WANTED = 26
var root = path.join(__dirname, '..')

function ownNode() {
  var near = [path.join(root, 'node_modules', '.bin', 'node'), path.join(root, '..', '.bin', 'node')]
  for (var i = 0; i < near.length; i += 1) if (fs.existsSync(near[i])) return near[i]
  return ''
}

if (parseInt(process.versions.node, 10) >= WANTED) {
  // What V8 makes of our files is kept for the next start, which takes half the time then; where nothing can be written it does without.
  require('module').enableCompileCache(path.join(root, 'dist', 'compiled'))
  process.env.NODE_ENV = process.env.NODE_ENV || 'production' // React and others are several times quicker for it
  var ready = require('./sources.cjs').isBuilt(root) ? Promise.resolve() : import('../scripts/build.ts').then(function (builder) { return builder.buildIfNeeded() })
  ready.then(function () { return import('../dist/server/main.js') }).catch(function (error) {
    process.stderr.write((error && error.stack ? error.stack : String(error)) + '\n')
    process.exit(1)
  })
} else {
  var node = ownNode()
  if (!node) {
    process.stderr.write('Guildhall runs on Node ' + WANTED + ', which it brings along. Run "npm install" in its folder first (this is Node ' + process.versions.node + ').\n')
    process.exit(1)
  }
  var child = require('child_process').spawn(node, [__filename].concat(process.argv.slice(2)), { stdio: 'inherit' })
  var signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  signals.forEach(function (signal) { process.on(signal, function () { child.kill(signal) }) })
  child.on('exit', function (code, signal) { process.exit(signal ? 1 : code === null ? 1 : code) })
}
