package org.statusevents.bootstrap.packaged;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The curl commands of a text, as requests.
final class PrintedRequest {
  private static final Pattern COMMAND = Pattern.compile("curl -s (?:.*\\\\\n)*.*");
  private static final Pattern HEADER = Pattern.compile("-H '([^:']+): ([^']*)'");
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+");
  private static final Pattern BODY = Pattern.compile("-d '([^']*)'");

  private PrintedRequest() {}

  static List<HttpRequest> all(String text) {
    return COMMAND.matcher(text).results().map(MatchResult::group).map(PrintedRequest::of).toList();
  }

  private static HttpRequest of(String command) {
    URI address = URI.create(first(ADDRESS, command, 0).orElseThrow());
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    HEADER
        .matcher(command)
        .results()
        .forEach(header -> request.header(header.group(1), header.group(2)));
    first(BODY, command, 1).ifPresent(body -> request.POST(BodyPublishers.ofString(body)));
    return request.build();
  }

  private static Optional<String> first(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().findFirst().map(result -> result.group(group));
  }
}
