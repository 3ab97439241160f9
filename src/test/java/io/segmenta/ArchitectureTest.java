package io.segmenta;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The plan of the house. A package that is not in the table fails, and so does an import the table does not allow. */
class ArchitectureTest {
    private static final String ROOT = "io.segmenta";

    /** What a package may import of ours; "values" are the engine's records, enums and interfaces. */
    private record May(Set<String> packages, boolean values) {
        static May use(String... packages) {
            return new May(Set.of(packages), false);
        }

        static May useValuesAnd(String... packages) {
            return new May(Set.of(packages), true);
        }
    }

    private static final Set<String> ENGINE = Set.of(
            "transactions",
            "ingest",
            "clean",
            "features",
            "cluster",
            "evaluate",
            "tune",
            "segment",
            "value",
            "playbook",
            "budget",
            "export",
            "sample");

    private static final Map<String, May> IMPORTS = Map.ofEntries(
            Map.entry("base", May.use()),
            Map.entry("transactions", May.use("base")),
            Map.entry("ingest", May.use("base", "transactions")),
            Map.entry("sample", May.use("base", "transactions")),
            Map.entry("clean", May.use("base", "transactions")),
            Map.entry("features", May.use("base", "transactions")),
            Map.entry("cluster", May.use("base", "features")),
            Map.entry("evaluate", May.use("base", "features", "cluster")),
            Map.entry("tune", May.use("base", "features", "cluster", "evaluate")),
            Map.entry("segment", May.use("base", "features", "cluster", "evaluate")),
            Map.entry("value", May.use("base", "transactions", "features")),
            Map.entry("playbook", May.use("base", "segment")),
            Map.entry("budget", May.use("base", "segment", "value", "playbook")),
            Map.entry("export", May.useValuesAnd("base")),
            Map.entry("run", new May(union(ENGINE, "base"), true)),
            Map.entry("store", May.useValuesAnd("base", "run")),
            Map.entry("web", May.useValuesAnd("base", "run")),
            Map.entry("rest", May.useValuesAnd("base", "run")),
            Map.entry("cli", May.useValuesAnd("base", "run")),
            Map.entry("security", May.useValuesAnd("base", "run")));

    /** Third parties that only these packages may know. */
    private static final Map<String, Set<String>> CONFINED = Map.ofEntries(
            Map.entry("org.duckdb..", Set.of("transactions")),
            Map.entry("java.sql..", Set.of("transactions", "ingest", "store")),
            Map.entry("org.apache.poi..", Set.of("ingest", "export")),
            Map.entry("org.sqlite..", Set.of("ingest")),
            Map.entry("weka.clusterers..", Set.of("cluster")),
            Map.entry("weka.classifiers.misc..", Set.of("features")),
            Map.entry("weka.classifiers.trees..", Set.of("segment")),
            Map.entry("weka.classifiers.meta..", Set.of("value")),
            Map.entry("org.flywaydb..", Set.of("store")),
            Map.entry("org.h2..", Set.of("store")),
            Map.entry("org.springframework.jdbc..", Set.of("store")),
            Map.entry("org.springframework.transaction..", Set.of("store")),
            Map.entry("com.vaadin..", Set.of("web", "security")),
            Map.entry("org.springframework.web..", Set.of("rest", "security", "web")),
            Map.entry("picocli..", Set.of("cli")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static Set<String> union(Set<String> some, String more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    /** The first part of a package below the root; empty for the root itself. */
    private static String house(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.")[0] : "";
    }

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> unlisted =
                CLASSES.stream().map(ArchitectureTest::house).collect(Collectors.toCollection(TreeSet::new));
        unlisted.removeAll(IMPORTS.keySet());
        unlisted.remove("");
        assertThat(unlisted)
                .as("packages that the import table does not know: decide what they may import")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> dataFlowsOneWay() {
        return IMPORTS.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> {
            String house = entry.getKey();
            May may = entry.getValue();
            ArchRule rule = noClasses()
                    .that(inHouse(house))
                    .should()
                    .dependOnClassesThat(are(describe(
                            "not for " + house,
                            target -> isOurs(target)
                                    && !house(target).equals(house)
                                    && !may.packages().contains(house(target))
                                    && !(may.values() && isEngineValue(target)))))
                    .because(house + " may import only " + may.packages() + (may.values() ? " and engine values" : ""))
                    .allowEmptyShould(true);
            return dynamicTest(house, () -> rule.check(CLASSES));
        });
    }

    @TestFactory
    Stream<DynamicTest> thirdPartiesStayWhereTheyAreKnown() {
        return CONFINED.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> {
            ArchRule rule = noClasses()
                    .that(describe(
                            "outside " + entry.getValue(),
                            c -> !house(c).isEmpty() && !entry.getValue().contains(house(c))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(entry.getKey())
                    .because("only " + entry.getValue() + " know " + entry.getKey())
                    .allowEmptyShould(true);
            return dynamicTest(entry.getKey(), () -> rule.check(CLASSES));
        });
    }

    @Test
    void theEngineRunsWithoutSpringAndVaadin() {
        noClasses()
                .that(describe("engine", c -> ENGINE.contains(house(c)) || house(c).equals("base")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.vaadin..", "jakarta..")
                .because("the engine is a plain Java library")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void pagesDoNotKnowEachOther() {
        slices().matching(ROOT + ".web.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
        classes()
                .that()
                .resideInAPackage(ROOT + ".web..")
                .should(new ArchCondition<>("reach other pages through web.shell") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(d -> isForeignPage(type, d.getTargetClass()))
                                .forEach(d -> events.add(SimpleConditionEvent.violated(type, d.getDescription())));
                    }
                })
                .because("a link to another page is a route, not an import")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static boolean isForeignPage(JavaClass from, JavaClass to) {
        String page = page(to);
        return !page.isEmpty() && !page.equals(page(from)) && !page.equals("shell") && !page.equals("component");
    }

    /** The first part of a package below web; the wizard's steps are one page. */
    private static String page(JavaClass type) {
        String name = type.getPackageName();
        String web = ROOT + ".web.";
        return name.startsWith(web) ? name.substring(web.length()).split("\\.")[0] : "";
    }

    @Test
    void routesAreViews() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .haveSimpleNameEndingWith("View")
                .because("a page is found by its name")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void chanceAndTimeAreGivenNotTaken() {
        noClasses()
                .should()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callConstructor(java.util.SplittableRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(java.util.concurrent.ThreadLocalRandom.class, "current")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .because("the same dataset, recipe, seed and version give the same result")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        CLASSES.stream().map(JavaClass::getPackage).distinct().forEach(p -> {
            if (!p.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(p.getName());
            }
        });
        assertThat(unmarked).as("packages without @NullMarked").isEmpty();
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that(describe("outside cli", c -> !house(c).equals("cli")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("everything else logs")
                .check(CLASSES);
    }

    @Test
    void onlyRunOwnsThreads() {
        noClasses()
                .that(describe("outside run", c -> !house(c).equals("run")))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.util.concurrent.Executors.class)
                .because("a stage that needs both cores uses parallel streams; work in the background is a run")
                .check(CLASSES);
    }

    @Test
    void nobodyImportsTheApplication() {
        noClasses()
                .that(are(describe("others", c -> !c.getName().startsWith(ROOT + ".Application"))))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ROOT + ".Application")
                .because("it is wiring only")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        List<String> drawers = CLASSES.stream()
                .map(JavaClass::getSimpleName)
                .filter(n -> n.endsWith("Manager")
                        || n.endsWith("Helper")
                        || n.endsWith("Utils")
                        || n.matches("Base[A-Z].*"))
                .toList();
        assertThat(drawers).as("names that say nothing").isEmpty();
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> inHouse(String house) {
        return resideInAPackage(ROOT + "." + house + "..").as("in " + house);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    private static boolean isEngineValue(JavaClass type) {
        JavaClass outermost = type;
        return ENGINE.contains(house(outermost))
                && (outermost.isRecord() || outermost.isEnum() || outermost.isInterface() || isValueInside(outermost));
    }

    /** Constants of an enum with bodies are classes of their own. */
    private static boolean isValueInside(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.FINAL)
                && type.getRawSuperclass().map(JavaClass::isEnum).orElse(false);
    }
}
