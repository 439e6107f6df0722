package org.statusevents.adapters.cart.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.statusevents.adapters.cart.address.AddressGuard;
import org.statusevents.application.channel.ChannelAccess;
import org.statusevents.domain.decision.DataProblem;

/// What every adapter checks of a channel before it is put in force.
public final class ChannelChecks {
  private static final int SECRET_LENGTH_MAX = 500;

  private final AddressGuard guard;

  public ChannelChecks(AddressGuard guard) {
    this.guard = guard;
  }

  /// Problems with the address, and with settings and secrets that the adapter does not know. A
  /// name that nobody knows today is no problem: it may come into being, and until then deliveries
  /// say so.
  public List<DataProblem> problems(
      ChannelAccess access, Set<String> knownSettings, Set<String> knownSecrets) {
    List<DataProblem> problems = new ArrayList<>();
    addressProblem(access).ifPresent(detail -> problems.add(new DataProblem("/url", detail)));
    unknown("/settings", access.channel().settings().keySet(), knownSettings, problems);
    unknown("/secrets", access.secrets().keySet(), knownSecrets, problems);
    for (String name : new TreeSet<>(access.secrets().keySet())) {
      if (access.secrets().getOrDefault(name, "").length() > SECRET_LENGTH_MAX) {
        problems.add(
            new DataProblem(
                pointer("/secrets", name),
                "too long (expected: at most " + SECRET_LENGTH_MAX + " characters)"));
      }
    }
    return problems;
  }

  private Optional<String> addressProblem(ChannelAccess access) {
    return UrlForm.problemWith(access.channel().url())
        .or(() ->
            guard.judge(access.channel().url().getHost()) instanceof AddressGuard.Verdict.NotAllowed
                ? Optional.of(ReplyClasses.NOT_REACHED)
                : Optional.empty());
  }

  private static void unknown(
      String place, Set<String> given, Set<String> known, List<DataProblem> problems) {
    for (String name : new TreeSet<>(given)) {
      if (!known.contains(name)) {
        problems.add(
            new DataProblem(
                pointer(place, name),
                known.isEmpty()
                    ? "not known to this adapter (expected: none)"
                    : "not known to this adapter (expected: "
                        + String.join(", ", new TreeSet<>(known))
                        + ")"));
      }
    }
  }

  private static String pointer(String place, String name) {
    return place + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
