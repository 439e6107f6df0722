package org.statusevents.adapters.rest.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.statusevents.adapters.rest.exchange.Requirement;
import org.statusevents.adapters.rest.problem.Problem;
import org.statusevents.adapters.rest.problem.ProblemException;
import org.statusevents.adapters.rest.problem.ProblemType;
import org.statusevents.application.access.AccessKey;
import org.statusevents.application.access.Authenticate;
import org.statusevents.application.access.Authenticate.Authentication;
import org.statusevents.application.access.Role;
import org.statusevents.application.access.StoreScope;
import org.statusevents.domain.configuration.StoreId;

/// Lets requests in by their bearer key. A key of one store is told the same of every other store,
/// whether there is one or not.
public final class Gate {
  private static final String SCHEME = "bearer ";

  private final Authenticate authenticate;

  public Gate(Authenticate authenticate) {
    this.authenticate = authenticate;
  }

  /// Throws [ProblemException] where a key is asked for and the `Authorization` headers hold none;
  /// asks nobody, so that strangers are turned away before their bodies are read.
  public static void turnAwayStrangers(Requirement requirement, List<String> authorization) {
    switch (requirement) {
      case Requirement.Open _, Requirement.Probe _ -> {}
      case Requirement.Keyed _, Requirement.InStore _ -> {
        var _ = bearer(authorization);
      }
    }
  }

  /// Whose request it is, given its `Authorization` headers and the store that its path names;
  /// empty where no key is asked for. Throws [ProblemException] where it may not pass.
  public Optional<AccessKey> admit(
      Requirement requirement, List<String> authorization, Optional<String> store) {
    return switch (requirement) {
      case Requirement.Open _, Requirement.Probe _ -> Optional.empty();
      case Requirement.Keyed(Role right) -> Optional.of(withRight(known(authorization), right));
      case Requirement.InStore(Role right) -> {
        AccessKey key = known(authorization);
        if (!covers(key.scope(), store.orElse(""))) {
          throw new ProblemException(
              ProblemType.STORE_NOT_COVERED, "This access key is not for this store.");
        }
        yield Optional.of(withRight(key, right));
      }
    };
  }

  /// The text of the one key that is shown.
  private static String bearer(List<String> authorization) {
    if (authorization.isEmpty()) {
      throw unauthorized(
          ProblemType.KEY_MISSING, "Authorization: missing (expected: Bearer <key>)", "");
    }
    if (authorization.size() > 1) {
      throw new ProblemException(
          ProblemType.MALFORMED,
          "Authorization: given " + authorization.size() + " times (expected: once)");
    }
    String header = authorization.getFirst();
    if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw unauthorized(ProblemType.KEY_MISSING, "Authorization: (expected: Bearer <key>)", "");
    }
    return header.substring(SCHEME.length()).strip();
  }

  private AccessKey known(List<String> authorization) {
    return switch (authenticate.authenticate(bearer(authorization))) {
      case Authentication.Known(AccessKey key) -> key;
      case Authentication.Expired _ ->
          throw unauthorized(
              ProblemType.KEY_EXPIRED, "This access key has expired.", ", error=\"invalid_token\"");
      case Authentication.Unknown _ ->
          throw unauthorized(
              ProblemType.KEY_UNKNOWN,
              "This access key is not known.",
              ", error=\"invalid_token\"");
    };
  }

  private static AccessKey withRight(AccessKey key, Role right) {
    if (!key.role().grants(right)) {
      String missing = right.name().toLowerCase(Locale.ROOT);
      throw new ProblemException(
          Problem.of(
                  ProblemType.RIGHT_MISSING,
                  "This needs the right \"" + missing + "\", which this access key does not have.")
              .withHeader(
                  "WWW-Authenticate",
                  "Bearer realm=\"statusevents\", error=\"insufficient_scope\", scope=\""
                      + missing
                      + "\""));
    }
    return key;
  }

  private static boolean covers(StoreScope scope, String store) {
    return switch (scope) {
      case StoreScope.AllStores _ -> true;
      case StoreScope.OneStore(StoreId own) -> own.value().equals(store);
    };
  }

  private static ProblemException unauthorized(ProblemType type, String detail, String error) {
    return new ProblemException(
        Problem.of(type, detail)
            .withHeader("WWW-Authenticate", "Bearer realm=\"statusevents\"" + error));
  }
}
