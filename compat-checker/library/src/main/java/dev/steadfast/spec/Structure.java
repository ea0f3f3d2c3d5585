package dev.steadfast.spec;

import dev.steadfast.spec.Field.Form;
import dev.steadfast.spec.Reference.Slot;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks a document along its grammar: finds the references and reports what has the wrong type,
 * lacks what matters or is unknown. A {@code $ref} inside an example, a default or an extension is
 * data and no reference.
 */
final class Structure {

  private final int minor;
  private final Dialects dialects;
  private final References references;
  private final @Nullable Swagger swagger;
  private final Problems problems;
  private final Requirements requirements;
  private final Values values;
  private Dialect dialect;

  /** The grammar is that of OpenAPI 3.{@code minor}. */
  Structure(
      int minor,
      Dialects dialects,
      References references,
      @Nullable Swagger swagger,
      Problems problems) {
    this.swagger = swagger;
    this.minor = minor;
    this.dialects = dialects;
    this.references = references;
    this.problems = problems;
    this.requirements = new Requirements(minor, problems);
    this.values = new Values(problems);
    this.dialect = dialects.common();
  }

  /** Checks the root of a document. */
  void check(Node root, Kind kind) {
    dialect = dialects.of(root);
    visit(root, kind, "", Field.one(kind));
  }

  /** Checks what a reference leads to. */
  void check(Reference reference, Node target) {
    Kind kind = reference.wanted().kind();
    if (reference.slot() == null
        && target instanceof ObjectNode object
        && object.kind() != null
        && object.kind() != kind
        && kind != null) {
      problems.problem(
          reference.text(),
          String.format(
              Locale.ROOT,
              "'%s' leads to %s, %s is wanted",
              reference.text().value(),
              object.kind().title(),
              kind.title()));
      return;
    }
    dialect = dialects.of(target);
    member(reference.wanted(), reference.name(), target, reference.slot(), reference.hops());
  }

  private void member(Field field, String name, Node value, @Nullable Slot slot, int hops) {
    if (slot != null
        && value instanceof ObjectNode object
        && object.get("$ref") instanceof StringNode text
        && standsIn(field)) {
      problems.note(text, "OpenAPI allows no reference for '" + name + "'; it is followed");
      references.add(new Reference(object, text, name, field, slot, hops + 1));
      return;
    }
    switch (field.form()) {
      case ANY -> {}
      case NODE -> visit(value, kind(field), name, field);
      case LIST -> list(field, name, value);
      case MAP -> map(field, name, value);
      case SCHEMA_OR_BOOLEAN -> {
        if (!(value instanceof BooleanNode)) {
          visit(value, kind(field), name, field);
        }
      }
      case SCHEMA_OR_LIST -> {
        if (value instanceof ArrayNode) {
          list(field, name, value);
        } else {
          visit(value, kind(field), name, field);
        }
      }
      case DEPENDENCIES -> dependencies(field, name, value);
      case STRINGS, STRING_MAP, STRINGS_MAP -> strings(field, name, value);
      default -> values.check(field, name, value, dialect);
    }
  }

  private static Kind kind(Field field) {
    Kind kind = field.kind();
    return kind == null ? Kind.SCHEMA : kind;
  }

  /* Whether a reference here is outside the specification: where no Reference Object may stand. */
  private static boolean standsIn(Field field) {
    Kind kind = field.kind();
    return switch (field.form()) {
      case ANY, STRING_MAP, DEPENDENCIES -> false;
      case NODE, SCHEMA_OR_BOOLEAN, SCHEMA_OR_LIST -> kind != null && !kind.referable();
      case MAP -> kind != null;
      default -> true;
    };
  }

  private void list(Field field, String name, Node value) {
    if (!(value instanceof ArrayNode array)) {
      values.wrong(field, name, value);
      return;
    }
    Field item = new Field(Form.NODE, field.kind(), field.vital(), 0);
    for (int i = 0; i < array.size(); i++) {
      member(item, name, array.get(i), new Slot(array, i), 0);
    }
  }

  private void map(Field field, String name, Node value) {
    if (!(value instanceof ObjectNode object)) {
      values.wrong(field, name, value);
      return;
    }
    if (field.kind() != null) {
      Field member = new Field(Form.NODE, field.kind(), field.vital(), 0);
      boolean extensible = field.kind() != Kind.SCHEMA;
      for (int i = 0; i < object.size(); i++) {
        String key = object.key(i);
        if (!extensible || !key.startsWith("x-") || object.value(i) instanceof ObjectNode) {
          member(member, key, object.value(i), new Slot(object, i), 0);
        }
      }
    }
  }

  /* What is wrong inside is reported where it is. */
  private void strings(Field field, String name, Node value) {
    if (field.form() == Form.STRINGS && value instanceof ArrayNode array) {
      Field item = new Field(Form.STRING, null, field.vital(), 0);
      for (int i = 0; i < array.size(); i++) {
        member(item, name + '[' + i + ']', array.get(i), new Slot(array, i), 0);
      }
    } else if (field.form() != Form.STRINGS && value instanceof ObjectNode object) {
      Form inner = field.form() == Form.STRING_MAP ? Form.STRING : Form.STRINGS;
      Field item = new Field(inner, null, field.vital(), 0);
      for (int i = 0; i < object.size(); i++) {
        member(item, object.key(i), object.value(i), new Slot(object, i), 0);
      }
    } else {
      values.wrong(field, name, value);
    }
  }

  private void dependencies(Field field, String name, Node value) {
    if (!(value instanceof ObjectNode object)) {
      values.wrong(field, name, value);
      return;
    }
    for (int i = 0; i < object.size(); i++) {
      if (!Values.fits(Form.STRINGS, object.value(i))) {
        visit(object.value(i), Kind.SCHEMA, object.key(i), field);
      }
    }
  }

  private void visit(Node value, Kind kind, String name, Field field) {
    if (!(value instanceof ObjectNode object)) {
      boolean schema = kind == Kind.SCHEMA && value instanceof BooleanNode;
      if (!schema || dialect == Dialect.OPENAPI_3_0 || dialect == Dialect.DRAFT_04) {
        values.wrong(field, name, value);
      }
      return;
    }
    if (object.kind() == kind) {
      return;
    }
    object.kind(kind);
    if (swagger != null && kind == Kind.SCHEMA) {
      Swagger.adaptSchema(object);
    }
    Dialect outer = dialect;
    if (kind == Kind.SCHEMA && object.has("$schema")) {
      dialect = dialects.of(object);
    }
    boolean hidden = reference(object, kind, name);
    if (!hidden) {
      members(object, kind);
      requirements.check(object, kind);
      if (kind == Kind.DISCRIMINATOR) {
        mention(object);
      }
    }
    dialect = outer;
  }

  /* Whether the object is a reference that hides its other members. */
  private boolean reference(ObjectNode object, Kind kind, String name) {
    if (!kind.referable()) {
      return false;
    }
    Node ref = object.get("$ref");
    if (ref instanceof StringNode text) {
      references.add(new Reference(object, text, name, Field.one(kind), null, 0));
      if (kind == Kind.PATH_ITEM) {
        return false;
      }
      if (kind != Kind.SCHEMA || References.hidesSiblings(dialect)) {
        hidden(object, kind);
        return true;
      }
      return false;
    }
    if (ref != null) {
      problems.problem(ref, "'$ref' must be a string, not " + Values.shown(ref));
      return true;
    }
    if (kind == Kind.SCHEMA) {
      dynamic(object, name);
    }
    return false;
  }

  private void mention(ObjectNode discriminator) {
    if (discriminator.get("mapping") instanceof ObjectNode mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        if (mapping.value(i) instanceof StringNode name) {
          references.mention(name);
        }
      }
    }
    if (discriminator.get("defaultMapping") instanceof StringNode name) {
      references.mention(name);
    }
  }

  private void dynamic(ObjectNode object, String name) {
    Field schema = Field.one(Kind.SCHEMA);
    if (object.get("$dynamicRef") instanceof StringNode text && dialect == Dialect.DRAFT_2020_12) {
      references.add(new Reference(object, text, name, schema, null, 0));
    } else if (object.get("$recursiveRef") instanceof StringNode text) {
      Node anchor = recursiveAnchor(object);
      if (anchor != null) {
        object.target(anchor);
      } else if (dialect == Dialect.DRAFT_2019_09) {
        references.add(new Reference(object, text, name, schema, null, 0));
      }
    }
  }

  /* OpenAPI 3.1 documents use the keyword of draft 2019-09 with the schema around it in mind. */
  private static @Nullable Node recursiveAnchor(ObjectNode object) {
    for (Node up = object; up != null; up = up.parent()) {
      if (up instanceof ObjectNode schema
          && schema.get("$recursiveAnchor") instanceof BooleanNode anchor
          && anchor.value()) {
        return schema;
      }
      if (up instanceof ObjectNode resource && resource.has("$id")) {
        return null;
      }
    }
    return null;
  }

  private void hidden(ObjectNode reference, Kind kind) {
    for (int i = 0; i < reference.size() && kind == Kind.SCHEMA; i++) {
      Field field = SchemaGrammar.keywords(dialect).get(reference.key(i));
      if (field != null && field.vital() && field.form() != Form.ANY) {
        problems.note(
            reference, reference.key(i), "'" + reference.key(i) + "' beside '$ref' is ignored");
      }
    }
  }

  private void members(ObjectNode object, Kind kind) {
    Map<String, Field> fields =
        kind == Kind.SCHEMA ? SchemaGrammar.keywords(dialect) : Grammar.fields(kind);
    Field free = Grammar.free(kind);
    for (int i = 0; i < object.size(); i++) {
      String key = object.key(i);
      Field field = fields.get(key);
      if (field == null && !key.startsWith("x-")) {
        field = free;
      }
      if (field != null) {
        if (field.since() > minor) {
          newer(object, key, kind);
        }
        member(field, key, object.value(i), new Slot(object, i), 0);
      } else if (!key.startsWith("x-") && !key.equals("$ref") && problems.wantsNotes()) {
        problems.note(
            object,
            key,
            "unknown '" + key + "' in " + kind.title() + Spelling.hint(key, fields.keySet()));
      }
    }
  }

  private void newer(ObjectNode object, String key, Kind kind) {
    problems.note(
        object,
        key,
        String.format(
            Locale.ROOT, "'%s' is no part of OpenAPI 3.%d for %s", key, minor, kind.title()));
  }
}
