// Compares what the plugin printed with expected.txt of the scenario, line by line.
// The indented lines below a finding are left out: they are the library's.
// -Dgolden.update=true writes that file instead.
def shown = []
def printing = false
def failing = false
new File(basedir, 'build.log').eachLine('UTF-8') { line ->
  if (line.contains('--- steadfast:')) {
    printing = true
    shown << line.replaceAll(/^\[INFO\] --- steadfast:\S+:(\w+) \((\S+)\) @ (\S+) .*/, '== $1 $2 in $3')
  } else if (line.startsWith('[INFO] ---') || line.startsWith('[INFO] Reactor Summary')) {
    printing = false
  } else if (line.startsWith('[ERROR] Failed to execute goal')) {
    shown << line.replaceAll(/.* on project ([^:]+): ?(.*)/, '== failure in $1: $2')
    failing = !line.contains('-> [Help')
  } else if (failing && line.contains('-> [Help')) {
    failing = false
  } else if ((failing || printing)
      && line.trim() != '[INFO]'
      && !(line =~ /^\[INFO\] (Downloading|Downloaded|Copying) /)
      && line.trim() != '[ERROR]'
      && !(line =~ /^\[\w+\]     /)) {
    shown << line
  }
}
def here = basedir.canonicalPath
def text = shown.collect {
  it.replace(here, 'HERE').replaceAll(/ -> \[Help 1\]$/, '').replaceAll(/file:[^)]*/, 'FILE').replaceAll(/^::error (.*?)::.*/, '::error $1').stripTrailing()
}.join('\n') + '\n'
def source = new File(basedir, "../../../src/it/${basedir.name}/expected.txt")
if (Boolean.getBoolean('golden.update')) {
  source.setText(text, 'UTF-8')
}
if (text != source.getText('UTF-8')) {
  throw new AssertionError("the log differs from ${source.canonicalPath}; it has\n${text}")
}
return true
