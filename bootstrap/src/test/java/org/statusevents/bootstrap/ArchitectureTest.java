package org.statusevents.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.statusevents.bootstrap.architecture.Build;
import org.statusevents.bootstrap.architecture.Layout;
import org.statusevents.bootstrap.architecture.PatternSwitches;
import org.statusevents.bootstrap.architecture.PortProofs;
import org.statusevents.bootstrap.architecture.Rules;
import org.statusevents.bootstrap.architecture.TestProofs;

/// Each rule twice: the product keeps it, and a deliberately bad class is reported by it. Modules
/// and classes come from the build, so that a new one is covered on the day it is born.
final class ArchitectureTest {
  private static final Set<String> DOORS =
      Set.of(
          "CartAdapters",
          "CartConfig",
          "DatabaseRefusal",
          "HttpApi",
          "HttpApiConfig",
          "PersistenceConfig",
          "PostgresPersistence",
          "SchemaMigrations",
          "UseCases");

  /// The register of adapters is handed about as itself and answers a port by the way.
  private static final Set<String> MAY_SHOW = Set.of("CartChannels");

  /// A floor to notice that tests got lost; raise it as they grow.
  private static final long TESTS_MIN = 1_000;

  private static final Layout PRODUCT = new Layout("org.statusevents", Build.modules());
  private static final Layout BAD =
      new Layout(
          "org.statusevents.bootstrap.bad",
          List.of("domain", "application", "testkit", "adapters-rest", "adapters-persistence"));
  private static final JavaClasses CLASSES = Build.mainClasses();
  private static final JavaClasses TEST_CLASSES = notBad(Build.testClasses());
  private static final JavaClasses BAD_CLASSES =
      new ClassFileImporter().importPackages("org.statusevents.bootstrap.bad");
  private static final Rules RULES = new Rules(PRODUCT);
  private static final Rules BAD_RULES = new Rules(BAD);

  @Test
  void everyModuleOfTheBuildIsLookedAt() {
    assertThat(PRODUCT.modules()).contains("domain", "application", "testkit", "bootstrap");
    assertThat(PRODUCT.adapters()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(Build.modulesAfterTheProgram())
        .as("built when these rules have run; it may measure with whatever it likes")
        .containsExactly("benchmarks");
    for (String module : PRODUCT.modules()) {
      assertThat(Build.classesOf(module))
          .as("classes of %s", module)
          .isNotEmpty()
          .allMatch(
              type -> (type.getPackageName() + ".").startsWith(PRODUCT.packageOf(module) + "."),
              "is in the module's own package");
    }
    assertThat(Build.mainSources()).hasSizeGreaterThan(100);
  }

  @Test
  void theCoreDependsOnNothingAbove() {
    kept(RULES.coreDependsOnNothing());
    reported(BAD_RULES.coreDependsOnNothing(), "DomainWithALibrary");
    reported(BAD_RULES.coreDependsOnNothing(), "ApplicationThatKnowsAnAdapter");
  }

  @Test
  void adaptersDoNotKnowEachOther() {
    kept(RULES.adaptersKnowOnlyTheApplication());
    reported(BAD_RULES.adaptersKnowOnlyTheApplication(), "AdapterThatKnowsAnother");
    reported(BAD_RULES.adaptersKnowOnlyTheApplication(), "AdapterThatKnowsTheTestkit");
    reported(BAD_RULES.adaptersKnowOnlyTheApplication(), "TestkitThatKnowsAnAdapter");
  }

  @Test
  void eachTechnologyHasOneHome() {
    kept(RULES.eachTechnologyHasItsHome());
    reported(BAD_RULES.eachTechnologyHasItsHome(), "RestWithSql");
    reported(BAD_RULES.eachTechnologyHasItsHome(), "DomainWithALibrary");
  }

  @Test
  void theCoreHasNoClockAndNoChance() {
    kept(RULES.coreHasNoClockAndNoChance());
    reported(BAD_RULES.coreHasNoClockAndNoChance(), "DomainWithAClock");
    reported(BAD_RULES.coreHasNoClockAndNoChance(), "ApplicationWithChance");
  }

  @Test
  void theDoorsOfAdaptersAreOnAList() {
    kept(RULES.doorsAreOnAList(DOORS));
    reported(BAD_RULES.doorsAreOnAList(DOORS), "PublicImplementation");
    assertThat(DOORS)
        .as("every door on the list is one")
        .allMatch(door -> CLASSES.stream().map(JavaClass::getSimpleName).anyMatch(door::equals));
  }

  @Test
  void featurePackagesOfAdaptersShowAsLittleAsTheyCan() {
    kept(RULES.innerPackagesOfAdaptersAreTheirOwn());
    reported(
        BAD_RULES.innerPackagesOfAdaptersAreTheirOwn(),
        "PublicForNobody is public, and no other package uses it");
    reported(
        BAD_RULES.innerPackagesOfAdaptersAreTheirOwn(),
        "PublicForOthers is used outside of its module");
  }

  @Test
  void implementationsStayHidden() {
    kept(RULES.implementationsStayHidden(MAY_SHOW));
    reported(BAD_RULES.implementationsStayHidden(MAY_SHOW), "PublicImplementation");
    reported(BAD_RULES.implementationsStayHidden(MAY_SHOW), "PublicLoose");
  }

  @Test
  void everyPortHasAContractAndEveryImplementationKeepsIt() {
    PortProofs proofs = new PortProofs(PRODUCT, CLASSES, TEST_CLASSES);
    assertThat(proofs.portsOfAdapters()).hasSizeGreaterThan(10);
    assertThat(proofs.withoutContract()).isEmpty();
    assertThat(proofs.withoutTest()).isEmpty();

    PortProofs bad = new PortProofs(BAD, BAD_CLASSES, BAD_CLASSES);
    assertThat(bad.withoutContract()).containsExactly("BadPort has no BadPortContract");
    assertThat(bad.withoutTest())
        .containsExactly("adapters-persistence has BadPort and no test of BadPortContract");
  }

  @Test
  void featurePackagesAreFreeOfCycles() {
    RULES.featurePackagesFreeOfCycles().forEach(ArchitectureTest::kept);
    assertThat(
            BAD_RULES.featurePackagesFreeOfCycles().stream()
                .flatMap(rule -> violations(rule, BAD_CLASSES).stream()))
        .anyMatch(cycle -> cycle.contains("Slice here") && cycle.contains("Slice there"))
        .anyMatch(cycle -> cycle.contains("Slice door") && cycle.contains("Slice back"));
  }

  @Test
  void outcomesAreSwitchedWithoutDefault() {
    assertThat(PatternSwitches.withDefault(Build.mainSources())).isEmpty();
    assertThat(PatternSwitches.withDefault(Build.badSources()))
        .containsExactly(
            "BadSwitch.java: switch (outcome) with default",
            "BadSwitch.java: switch (other) with Outcome _");
  }

  @Test
  void everyTestThatIsWrittenIsRun() {
    long tests = 0;
    for (String module : PRODUCT.modules()) {
      TestProofs proofs = new TestProofs(notBad(Build.testsOf(module)), Build.testNames(module));
      assertThat(proofs.neverRun()).as("classes of %s", module).isEmpty();
      assertThat(proofs.dropped()).as("methods of %s", module).isEmpty();
      tests += proofs.count();
    }
    assertThat(tests).as("tests of all modules").isGreaterThanOrEqualTo(TESTS_MIN);

    TestProofs bad = new TestProofs(BAD_CLASSES, Build.testNames("bootstrap"));
    assertThat(bad.neverRun())
        .hasSize(2)
        .anyMatch(problem -> problem.contains("LonelyContract"))
        .anyMatch(problem -> problem.contains("TestsThatNobodyRuns"));
    assertThat(bad.dropped())
        .singleElement()
        .asString()
        .contains("TestsThatNobodyRuns.countsAgain()");
  }

  @Test
  void noTestIsSkipped() {
    assertThat(violations(Rules.testsAreNotSkipped(), TEST_CLASSES)).isEmpty();
    reported(Rules.testsAreNotSkipped(), "TestsThatNobodyRuns");
  }

  private static JavaClasses notBad(JavaClasses tests) {
    return tests.that(
        DescribedPredicate.describe(
            "are not bad on purpose", type -> !type.getPackageName().startsWith(BAD.base())));
  }

  private static List<String> violations(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }

  private static void kept(ArchRule rule) {
    assertThat(violations(rule, CLASSES)).isEmpty();
  }

  private static void reported(ArchRule rule, String badClass) {
    assertThat(violations(rule, BAD_CLASSES)).anyMatch(detail -> detail.contains(badClass));
  }
}
