package org.statusevents.application.configuring;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.statusevents.domain.channel.Channel;
import org.statusevents.domain.decision.DataProblem;

/// The secrets of a channel that is being put: those `kept` from `before` and those `given` now.
/// Whoever may set an address need not know the secrets, so none that is kept goes to another
/// server or another adapter; it must be given again.
record SecretsToPut(
    Optional<Channel> before,
    Channel channel,
    Map<String, String> kept,
    Map<String, String> given) {

  Map<String, String> keptAndGiven() {
    Map<String, String> all = new HashMap<>(kept);
    all.putAll(given);
    return all;
  }

  /// The kept secrets that only the adapter before had a use for, by what the new one `found`
  /// wrong. They are let go.
  Set<String> unusedBy(List<DataProblem> found) {
    if (!otherAdapter()) {
      return Set.of();
    }
    Set<String> places = found.stream().map(DataProblem::pointer).collect(Collectors.toSet());
    return keptOnly().stream()
        .filter(name -> places.contains(pointer(name)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What the adapter `found` wrong, but for secrets that are let go, and each kept secret that
  /// must be given again.
  List<DataProblem> problems(List<DataProblem> found, Set<String> unused) {
    List<DataProblem> problems = new ArrayList<>(found);
    problems.removeIf(
        problem -> unused.stream().anyMatch(name -> pointer(name).equals(problem.pointer())));
    if (otherAdapter() || otherServer()) {
      for (String name : keptOnly()) {
        if (!unused.contains(name)) {
          problems.add(
              new DataProblem(
                  pointer(name),
                  "not kept for another adapter, scheme, host or port (expected: the secret"
                      + " again)"));
        }
      }
    }
    return problems;
  }

  Map<String, String> without(Set<String> unused) {
    Map<String, String> wanted = keptAndGiven();
    keptOnly().stream().filter(unused::contains).forEach(wanted::remove);
    return wanted;
  }

  private Set<String> keptOnly() {
    Set<String> names = new TreeSet<>(kept.keySet());
    names.removeAll(given.keySet());
    return names;
  }

  private boolean otherAdapter() {
    return before.filter(present -> !present.adapter().equals(channel.adapter())).isPresent();
  }

  private boolean otherServer() {
    return before
        .filter(present -> !server(present.url()).equals(server(channel.url())))
        .isPresent();
  }

  private static String server(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    int portOfScheme = scheme.equals("https") ? 443 : 80;
    return scheme + "://" + host + ":" + (url.getPort() < 0 ? portOfScheme : url.getPort());
  }

  private static String pointer(String name) {
    return "/secrets/" + name;
  }

  /// Says nothing of the secrets.
  @Override
  public String toString() {
    return "SecretsToPut[" + channel.id() + "]";
  }
}
