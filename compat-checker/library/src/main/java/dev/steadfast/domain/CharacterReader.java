package dev.steadfast.domain;

/** Reads escapes and character classes. */
final class CharacterReader {

  private final PatternText in;

  CharacterReader(PatternText in) {
    this.in = in;
  }

  /** What follows an opening bracket, to the closing one. */
  CodePoints classMembers() throws UnreadablePattern {
    boolean negated = in.take("^");
    CodePoints members = CodePoints.NONE;
    while (!in.take("]")) {
      CodePoints first = member();
      if (in.looking("-") && !in.looking("-]")) {
        in.take("-");
        members = members.or(range(first, member()));
      } else {
        members = members.or(first);
      }
    }
    return negated ? members.not() : members;
  }

  private CodePoints range(CodePoints first, CodePoints last) throws UnreadablePattern {
    if (first.single() < 0 || last.single() < 0) {
      return first.or(last).or(CodePoints.of('-'));
    }
    if (first.single() > last.single()) {
      throw in.invalid("range out of order");
    }
    return CodePoints.range(first.single(), last.single());
  }

  private CodePoints member() throws UnreadablePattern {
    int codePoint = in.next();
    if (codePoint != '\\') {
      return CodePoints.of(codePoint);
    }
    if (in.take("b")) {
      return CodePoints.of('\b');
    }
    if (in.lookingAtDigit('1')) {
      throw in.invalid("octal escape");
    }
    return escapedSet();
  }

  /** What follows a backslash, if it is a character or a set of them. */
  CodePoints escapedSet() throws UnreadablePattern {
    int codePoint = in.next();
    return switch (codePoint) {
      case 'd' -> CodePoints.DIGIT;
      case 'D' -> CodePoints.DIGIT.not();
      case 'w' -> CodePoints.WORD;
      case 'W' -> CodePoints.WORD.not();
      case 's' -> CodePoints.SPACE;
      case 'S' -> CodePoints.SPACE.not();
      case 'p' -> property();
      case 'P' -> property().not();
      default -> CodePoints.of(escapedCodePoint(codePoint));
    };
  }

  private CodePoints property() throws UnreadablePattern {
    if (!in.take("{") || !in.contains('}')) {
      throw in.invalid("not a property");
    }
    String name = in.takeTo('}');
    return CharacterProperty.named(name).orElseThrow(() -> in.invalid("unknown property " + name));
  }

  private int escapedCodePoint(int codePoint) throws UnreadablePattern {
    return switch (codePoint) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 0x0B;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case '0' -> zero();
      case 'c' -> control();
      case 'x' -> hex(2);
      case 'u' -> unicode();
      default -> itself(codePoint);
    };
  }

  private int zero() throws UnreadablePattern {
    if (in.lookingAtDigit('0')) {
      throw in.invalid("octal escape");
    }
    return 0;
  }

  private int control() throws UnreadablePattern {
    int letter = in.next();
    if (!isLetter(letter)) {
      throw in.invalid("not a control letter");
    }
    return letter % 32;
  }

  private int itself(int codePoint) throws UnreadablePattern {
    if (isLetter(codePoint) || Character.isDigit(codePoint)) {
      throw in.invalid("unknown escape");
    }
    return codePoint;
  }

  private static boolean isLetter(int codePoint) {
    return (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= 'A' && codePoint <= 'Z');
  }

  private int hex(int digits) throws UnreadablePattern {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(in.next(), 16);
      if (digit < 0) {
        throw in.invalid("not a hexadecimal digit");
      }
      value = value * 16 + digit;
    }
    return value;
  }

  private int unicode() throws UnreadablePattern {
    if (in.take("{")) {
      int value = 0;
      do {
        value = value * 16 + hex(1);
        if (value > Character.MAX_CODE_POINT) {
          throw in.invalid("not a code point");
        }
      } while (!in.take("}"));
      return value;
    }
    int value = hex(4);
    int start = in.position();
    if (Character.isHighSurrogate((char) value) && in.take("\\u") && !in.looking("{")) {
      int low = hex(4);
      if (Character.isLowSurrogate((char) low)) {
        return Character.toCodePoint((char) value, (char) low);
      }
    }
    in.goBack(start);
    return value;
  }
}
