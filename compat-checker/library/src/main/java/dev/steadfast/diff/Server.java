package dev.steadfast.diff;

import dev.steadfast.spec.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One base URL, or several by its variables (OAS 3.1, Server Object).
 *
 * @param url as written
 * @param urls normalised; {@code {}} stands for a variable that may have any value
 */
public record Server(ObjectNode at, String url, List<String> urls) implements Element {

  private static final int MOST_URLS = 64;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "0.0.0.0");

  public Server {
    urls = List.copyOf(urls);
  }

  static Server of(ObjectNode at) {
    String url = Nodes.text(at, "url", "/");
    List<String> urls = List.of(url);
    for (String name : PathTemplate.of(url).names()) {
      urls = replaced(urls, '{' + name + '}', values(at, name));
    }
    return new Server(at, url, urls.stream().map(Server::normal).distinct().sorted().toList());
  }

  private static List<String> values(ObjectNode at, String name) {
    ObjectNode variables = Nodes.object(at, "variables");
    ObjectNode variable = variables == null ? null : Nodes.object(variables, name);
    List<String> values = variable == null ? List.of() : Nodes.texts(variable, "enum");
    return values.isEmpty() ? List.of("{}") : values;
  }

  private static List<String> replaced(List<String> urls, String hole, List<String> values) {
    List<String> all = new ArrayList<>();
    for (String url : urls) {
      for (String value : urls.size() * values.size() > MOST_URLS ? List.of("{}") : values) {
        all.add(url.replace(hole, value));
      }
    }
    return all;
  }

  /*
   * Scheme and host ignore case; a default port, a slash at the end and a percent that need not be
   * there say nothing (RFC 3986 §6.2).
   */
  private static String normal(String url) {
    String bare = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    int host = bare.startsWith("//") ? 2 : bare.indexOf("://") + 3;
    if (host < 3 && !bare.startsWith("//")) {
      return UrlText.normal(bare);
    }
    int path = bare.indexOf('/', host);
    String front = path < 0 ? bare : bare.substring(0, path);
    return authority(front) + (path < 0 ? "" : UrlText.normal(bare.substring(path)));
  }

  private static String authority(String front) {
    int user = front.indexOf('@') + 1; // its name and password do not ignore case
    String lower =
        user == 0
            ? front.toLowerCase(Locale.ROOT)
            : front.substring(0, user) + front.substring(user).toLowerCase(Locale.ROOT);
    for (String port : List.of(":", lower.startsWith("https:") ? ":443" : ":80")) {
      if (lower.endsWith(port) && !lower.startsWith("//")) {
        return lower.substring(0, lower.length() - port.length());
      }
    }
    return lower;
  }

  Server of(List<String> some) {
    return some.isEmpty() ? this : new Server(at, url, some);
  }

  Server joined(String path) {
    return new Server(at, url, urls.stream().map(each -> each + path).toList());
  }

  boolean covers(String wanted) {
    return urls.stream().anyMatch(mine -> matches(mine, wanted));
  }

  /* A hole stands for any text; a greedy match from left to right is enough for one star per gap. */
  private static boolean matches(String pattern, String text) {
    if (pattern.equals(text)) {
      return true;
    }
    String[] pieces = pattern.split("\\{}", -1);
    if (pieces.length == 1 || !text.startsWith(pieces[0])) {
      return false;
    }
    int from = pieces[0].length();
    for (int i = 1; i < pieces.length - 1; i++) {
      int found = text.indexOf(pieces[i], from);
      if (found < 0) {
        return false;
      }
      from = found + pieces[i].length();
    }
    String last = pieces[pieces.length - 1];
    return text.length() - last.length() >= from && text.endsWith(last);
  }

  /** The path that every request to this server begins with, without a slash at its end. */
  public String basePath() {
    String first = urls.get(0).replace("{}", "x");
    try {
      String path = new URI(first).getRawPath();
      return path == null ? "" : path;
    } catch (URISyntaxException e) {
      return "";
    }
  }

  /** Host and port; null when the URL is relative. */
  public @Nullable String host() {
    String first = urls.get(0).replace("{}", "x");
    try {
      return new URI(first).getRawAuthority();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /**
   * Whether the URL leaves open which host it is: relative, or a name for the machine itself. Of
   * such a server only the path is a promise.
   */
  boolean local() {
    String host = host();
    return host == null || host.startsWith("[::1]") || LOOPBACK.contains(host.split(":", 2)[0]);
  }

  boolean hasPathOf(Server other) {
    return basePath().equals(other.basePath());
  }

  @Override
  public String described() {
    return "server '" + url + "'";
  }
}
