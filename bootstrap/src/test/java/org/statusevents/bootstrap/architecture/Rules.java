package org.statusevents.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The rules that keep the modules apart, for any layout, so that a layout of deliberately bad
/// classes can show that they bite.
public final class Rules {
  private static final Map<String, Set<String>> CLOCKS_AND_CHANCE =
      Map.ofEntries(
          Map.entry("java.time.Instant", Set.of("now")),
          Map.entry("java.time.LocalDate", Set.of("now")),
          Map.entry("java.time.LocalTime", Set.of("now")),
          Map.entry("java.time.LocalDateTime", Set.of("now")),
          Map.entry("java.time.ZonedDateTime", Set.of("now")),
          Map.entry("java.time.OffsetDateTime", Set.of("now")),
          Map.entry("java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system")),
          Map.entry("java.time.InstantSource", Set.of("system")),
          Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
          Map.entry("java.lang.Math", Set.of("random")),
          Map.entry("java.util.UUID", Set.of("randomUUID")),
          Map.entry("java.util.Random", Set.of("<init>")),
          Map.entry("java.security.SecureRandom", Set.of("<init>")),
          Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")));

  /// Which library or part of Java only these modules may touch.
  private static final Map<String, List<String>> HOMES =
      Map.of(
          "com.google.inject..", List.of("bootstrap"),
          "picocli..", List.of("bootstrap"),
          "io.micrometer..", List.of("adapters-rest", "bootstrap"),
          "io.vertx..", List.of("adapters-rest"),
          "org.apache.ibatis..", List.of("adapters-persistence"),
          "java.sql..", List.of("adapters-persistence"),
          "javax.sql..", List.of("adapters-persistence"),
          "org.apache.hc..", List.of("adapters-cart"),
          "java.net.http..", List.of("bootstrap"));

  private static final Pattern FIRST_PART = Pattern.compile("[^.]+");

  private static final Set<String> SKIPPING =
      Set.of(
          "org.junit.jupiter.api.Disabled",
          "org.junit.jupiter.api.Assumptions",
          "org.assertj.core.api.Assumptions");

  private final Layout layout;

  public Rules(Layout layout) {
    this.layout = layout;
  }

  public ArchRule coreDependsOnNothing() {
    ArchRule domain =
        classes()
            .that()
            .resideInAPackage(layout.within("domain"))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", layout.within("domain"))
            .because("the domain is plain Java: no library, no I/O");
    ArchRule application =
        classes()
            .that()
            .resideInAPackage(layout.within("application"))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..", "org.jspecify..", layout.within("domain"), layout.within("application"))
            .because("use cases know the domain and their own ports, nothing else");
    return CompositeArchRule.of(domain).and(application);
  }

  public ArchRule adaptersKnowOnlyTheApplication() {
    CompositeArchRule all =
        CompositeArchRule.of(
            noClasses()
                .that()
                .resideInAPackage(layout.within("testkit"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(layout.withinAllBut("domain", "application", "testkit"))
                .because("contracts and fakes must serve any adapter"));
    for (String adapter : layout.adapters()) {
      all =
          all.and(
              noClasses()
                  .that()
                  .resideInAPackage(layout.within(adapter))
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(layout.withinAllBut("domain", "application", adapter))
                  .because("only bootstrap sees more than one adapter"));
    }
    return all;
  }

  public ArchRule eachTechnologyHasItsHome() {
    return HOMES.entrySet().stream()
        .<ArchRule>map(home ->
            noClasses()
                .that()
                .resideInAnyPackage(layout.withinAllBut(home.getValue().toArray(String[]::new)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(home.getKey())
                .because("it has one home: " + home.getValue()))
        .reduce((one, other) -> CompositeArchRule.of(one).and(other))
        .orElseThrow();
  }

  public ArchRule coreHasNoClockAndNoChance() {
    DescribedPredicate<JavaAccess<?>> clockOrChance =
        DescribedPredicate.describe(
            "a clock or chance",
            access ->
                CLOCKS_AND_CHANCE
                    .getOrDefault(access.getTargetOwner().getName(), Set.of())
                    .contains(access.getName()));
    return noClasses()
        .that()
        .resideInAnyPackage(layout.within("domain"), layout.within("application"))
        .should()
        .accessTargetWhere(clockOrChance)
        .because("time, ids and chance come in from outside");
  }

  public ArchRule doorsAreOnAList(Set<String> doors) {
    return classes()
        .that()
        .resideInAnyPackage(
            layout.adapters().stream().map(layout::packageOf).toArray(String[]::new))
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .should(
            condition(
                "be on the list of doors",
                type ->
                    doors.contains(type.getSimpleName())
                        ? ""
                        : type.getName() + " is public in a door package and not on the list"))
        .because("what an adapter shows to bootstrap is chosen, not grown");
  }

  public ArchRule innerPackagesOfAdaptersAreTheirOwn() {
    return classes()
        .that(inInnerPackageOfAnAdapter())
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .should(
            condition(
                "be public for a sibling package only",
                type -> {
                  Set<String> users = usersIn(type);
                  String module = moduleOf(type);
                  boolean outside = users.stream().anyMatch(user -> !within(user, module));
                  boolean sibling =
                      users.stream().anyMatch(user -> !user.equals(type.getPackageName()));
                  if (outside) {
                    return type.getName() + " is used outside of its module";
                  }
                  return sibling ? "" : type.getName() + " is public, and no other package uses it";
                }))
        .because("a feature package shows as little as it can");
  }

  public ArchRule implementationsStayHidden(Set<String> exempt) {
    return classes()
        .that()
        .areNotInterfaces()
        .and()
        .resideOutsideOfPackage(layout.within("testkit"))
        .and(
            DescribedPredicate.<JavaClass>describe(
                "implement an application interface",
                type -> !layout.portsOf(type).isEmpty() && !exempt.contains(type.getSimpleName())))
        .should(
            condition(
                "be package-private, or in an inner package of an adapter",
                type ->
                    type.getModifiers().contains(JavaModifier.PUBLIC)
                            && !inInnerPackageOfAnAdapter().test(type)
                        ? type.getName() + " is a public implementation of " + layout.portsOf(type)
                        : ""))
        .because("callers know the interface");
  }

  public List<ArchRule> featurePackagesFreeOfCycles() {
    return layout.modules().stream()
        .<ArchRule>map(module ->
            slices()
                .assignedFrom(featuresOf(layout.packageOf(module)))
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .because("a cycle of packages is one package"))
        .toList();
  }

  /// The packages right below a module's, each with all below it, and the module's own: a feature
  /// that reaches back to the door is a cycle, too.
  private static SliceAssignment featuresOf(String module) {
    return new SliceAssignment() {
      @Override
      public String getDescription() {
        return "features of " + module;
      }

      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        String name = type.getPackageName();
        if (!within(name, module)) {
          return SliceIdentifier.ignore();
        }
        Matcher feature = FIRST_PART.matcher(name.substring(module.length()));
        return SliceIdentifier.of(feature.find() ? feature.group() : "door");
      }
    };
  }

  private DescribedPredicate<JavaClass> inInnerPackageOfAnAdapter() {
    return DescribedPredicate.describe(
        "are in an inner package of an adapter",
        type ->
            layout.adapters().stream()
                .anyMatch(
                    adapter -> type.getPackageName().startsWith(layout.packageOf(adapter) + ".")));
  }

  private String moduleOf(JavaClass type) {
    return layout.modules().stream()
        .map(layout::packageOf)
        .filter(module -> within(type.getPackageName(), module))
        .findFirst()
        .orElse("");
  }

  private static boolean within(String name, String module) {
    return name.equals(module) || name.startsWith(module + ".");
  }

  /// A test that is skipped proves nothing and looks like one that does.
  public static ArchRule testsAreNotSkipped() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "skip tests",
                type ->
                    type.getPackageName().equals("org.junit.jupiter.api.condition")
                        || SKIPPING.contains(type.getName())))
        .because("a green build must have tested what it says");
  }

  /// The packages that name the type or one of its members, for whose sake it must be seen.
  private static Set<String> usersIn(JavaClass type) {
    return type.getPackage().getClasses().stream()
        .filter(one -> one.equals(type) || one.getName().startsWith(type.getName() + "$"))
        .flatMap(one -> one.getDirectDependenciesToSelf().stream())
        .map(dependency -> dependency.getOriginClass().getPackageName())
        .collect(Collectors.toSet());
  }

  /// A condition by a function that answers what is wrong, or nothing.
  private static ArchCondition<JavaClass> condition(
      String description, Function<JavaClass, String> problem) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String text = problem.apply(type);
        events.add(new SimpleConditionEvent(type, text.isEmpty(), text.isEmpty() ? "fine" : text));
      }
    };
  }
}
