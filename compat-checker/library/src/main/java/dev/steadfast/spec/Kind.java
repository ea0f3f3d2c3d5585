package dev.steadfast.spec;

/** The kinds of object that an API description is made of; names for messages. */
enum Kind {
  OPENAPI("an OpenAPI document"),
  INFO("an Info Object"),
  CONTACT("a Contact Object"),
  LICENSE("a License Object"),
  TAG("a tag"),
  EXTERNAL_DOCS("an External Documentation Object"),
  SERVER("a server"),
  SERVER_VARIABLE("a server variable"),
  PATHS("the paths"),
  PATH_ITEM("a path item"),
  OPERATION("an operation"),
  PARAMETER("a parameter"),
  REQUEST_BODY("a request body"),
  RESPONSES("the responses"),
  RESPONSE("a response"),
  HEADER("a header"),
  MEDIA_TYPE("a Media Type Object"),
  ENCODING("an Encoding Object"),
  EXAMPLE("an example"),
  LINK("a link"),
  CALLBACK("a callback"),
  COMPONENTS("the components"),
  SECURITY_REQUIREMENT("a security requirement"),
  SECURITY_SCHEME("a security scheme"),
  OAUTH_FLOWS("the OAuth flows"),
  OAUTH_FLOW("an OAuth flow"),
  SCHEMA("a schema"),
  DISCRIMINATOR("a discriminator"),
  XML("an XML Object");

  private final String title;

  Kind(String title) {
    this.title = title;
  }

  /** With its article: "a parameter". */
  String title() {
    return title;
  }

  /** Whether the specification allows a Reference Object in its place. */
  boolean referable() {
    return switch (this) {
      case PATH_ITEM,
          PARAMETER,
          REQUEST_BODY,
          RESPONSE,
          HEADER,
          MEDIA_TYPE,
          EXAMPLE,
          LINK,
          CALLBACK,
          SECURITY_SCHEME,
          SCHEMA ->
          true;
      default -> false;
    };
  }
}
