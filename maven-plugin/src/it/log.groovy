// Compares what the plugin printed with expected.txt of the scenario, line by line.
// -Dgolden.update=true writes that file instead.
def shown = []
def printing = false
def failing = false
new File(basedir, 'build.log').eachLine('UTF-8') { line ->
  if (line.contains('--- steadfast:')) {
    printing = true
    shown << line.replaceAll(/steadfast:\S+:check \((\S+)\) @ (\S+) .*/, 'check $1 in $2').replaceAll(/^\[INFO\] --- /, '== ')
  } else if (line.startsWith('[INFO] ---') || line.startsWith('[INFO] Reactor Summary')) {
    printing = false
  } else if (line.startsWith('[ERROR] Failed to execute goal')) {
    failing = true
    shown << '== failure' + line.replaceAll(/.* on project ([^:]+):? ?(.*)/, ' in $1: $2')
  } else if (line.startsWith('[ERROR] -> [Help') || line.trim() == '[ERROR]') {
    failing = false
  } else if (failing || (printing && line.trim() != '[INFO]' && !(line =~ /^\[INFO\] Download(ing|ed) /))) {
    shown << line
  }
}
def here = basedir.canonicalPath
def text = shown.collect { it.replace(here, 'HERE').replaceAll(/ -> \[Help 1\]$/, '').replaceAll(/file:[^)]*/, 'FILE').stripTrailing() }.join('\n') + '\n'
def source = new File(basedir, '../../../src/it/' + basedir.name + '/expected.txt')
if (Boolean.getBoolean('golden.update')) {
  source.setText(text, 'UTF-8')
}
def expected = source.getText('UTF-8')
if (text != expected) {
  throw new AssertionError("the log differs from ${source}; it has\n${text}")
}
return true
