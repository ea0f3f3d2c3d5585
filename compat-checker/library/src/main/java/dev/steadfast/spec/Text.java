package dev.steadfast.spec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The characters of a file, without a byte order mark.
 *
 * @param chars filled from 0 to {@code length}
 */
@SuppressWarnings("ArrayRecordComponent") // a buffer on its way to a parser, never compared
record Text(char[] chars, int length) {

  /**
   * Decodes UTF-8, or the UTF-16 or UTF-32 that a byte order mark or the zero bytes of the first
   * character tell (YAML 1.2 §5.2, RFC 4627 §3).
   */
  static Text decode(byte[] bytes) throws UnreadableException {
    Charset charset = charset(bytes);
    int skip = markLength(bytes, charset);
    ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
    CharBuffer out = CharBuffer.allocate(bytes.length - skip);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    Text text = new Text(out.array(), out.position());
    if (result.isError()) {
      int[] place = text.place(text.length);
      throw new UnreadableException(
          String.format(
              Locale.ROOT,
              "not %s: byte 0x%02x at offset %d is not part of a character",
              charset.name(),
              bytes[in.position()] & 0xff,
              in.position()),
          place[0],
          place[1]);
    }
    return text;
  }

  private static Charset charset(byte[] bytes) {
    int first = at(bytes, 0) << 8 | at(bytes, 1);
    int second = at(bytes, 2) << 8 | at(bytes, 3);
    if (bytes.length >= 4 && first == 0 && (second == 0xfeff || (second != 0 && second < 0x100))) {
      return Charset.forName("UTF-32BE");
    }
    boolean littleMark = first == 0xfffe;
    boolean littleAscii = first != 0 && (first & 0xff) == 0;
    if (bytes.length >= 4 && second == 0 && (littleMark || littleAscii)) {
      return Charset.forName("UTF-32LE");
    }
    if (bytes.length >= 2 && (first == 0xfeff || (first != 0 && first < 0x100))) {
      return StandardCharsets.UTF_16BE;
    }
    return bytes.length >= 2 && (littleMark || littleAscii)
        ? StandardCharsets.UTF_16LE
        : StandardCharsets.UTF_8;
  }

  private static int markLength(byte[] bytes, Charset charset) {
    byte[] mark = "\ufeff".getBytes(charset);
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || bytes[i] != mark[i]) {
        return 0;
      }
    }
    return mark.length;
  }

  private static int at(byte[] bytes, int position) {
    return position < bytes.length ? bytes[position] & 0xff : -1;
  }

  /** The character at a position; zero beyond the end. */
  char at(int position) {
    return position < length ? chars[position] : 0;
  }

  /** The first position from this one on that is neither space nor line break. */
  int skipSpace(int position) {
    int i = position;
    while (i < length && (chars[i] == ' ' || (chars[i] >= '\t' && chars[i] <= '\r'))) {
      i++;
    }
    return i;
  }

  /** The 1-based line and column of a position. */
  int[] place(int position) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < position; i++) {
      if (chars[i] == '\n' || (chars[i] == '\r' && at(i + 1) != '\n')) {
        line++;
        start = i + 1;
      }
    }
    return new int[] {line, position - start + 1};
  }
}
