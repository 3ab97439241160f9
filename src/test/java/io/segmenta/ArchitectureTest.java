package io.segmenta;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.segmenta.engine.base.WekaRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The floor plan: which room may ask which, and who knows which library. A room that is not in the table fails. */
class ArchitectureTest {
    private static final int MOST_TYPES = 25;

    private static final String WHOLE_ENGINE = "engine";

    /**
     * What a room may import.
     *
     * @param rooms of ours
     * @param values whether it may also see the engine's records, enums and interfaces
     */
    private record May(List<String> rooms, boolean values) {
        boolean allows(JavaClass type) {
            JavaClass target = type.getBaseComponentType();
            return rooms.contains(House.room(target))
                    || (rooms.contains(WHOLE_ENGINE) && House.inEngine(target))
                    || (values && House.isEngineValue(target));
        }

        @Override
        public String toString() {
            return rooms + (values ? " and engine values" : "");
        }
    }

    private static final Map<String, May> IMPORTS = new LinkedHashMap<>();

    static {
        engine("base");
        engine("numeric", "base");
        engine("transactions", "base");
        engine("columns", "base", "transactions");
        engine("reading", "base", "transactions", "columns");
        engine("ingest", "base", "transactions", "columns", "reading");
        engine("clean", "base", "transactions", "columns", "reading");
        engine("sample", "base", "transactions");
        engine("features", "base", "numeric", "transactions");
        engine("cluster", "base", "numeric", "features");
        engine("evaluate", "base", "numeric", "features", "cluster");
        engine("reshape", "base", "features", "cluster");
        engine("tune", "base", "numeric", "features", "cluster", "evaluate");
        engine("rhythm", "base", "numeric", "transactions");
        engine("cohort", "base", "transactions");
        engine("orders", "base", "transactions");
        engine("segment", "base", "numeric", "features", "cluster", "evaluate", "rhythm");
        engine("forecast", "base", "numeric", "transactions");
        engine(
                "heldout",
                "base",
                "numeric",
                "transactions",
                "features",
                "cluster",
                "evaluate",
                "tune",
                "segment",
                "forecast");
        engine("playbook", "base", "segment");
        engine("budget", "base", "numeric", "segment", "forecast", "playbook");
        engine("experiment", "base", "numeric");
        IMPORTS.put("engine.export", new May(List.of("engine.base"), true));
        IMPORTS.put("engine.document", new May(List.of("engine.base"), true));
        IMPORTS.put("engine.pipeline", new May(List.of(WHOLE_ENGINE), true));
        service("installation");
        service("dataset", "installation");
        service("results");
        service("run", "dataset", "results");
        service("compare", "run", "results");
        service("plan", "run");
        service("export", "run", "results", "plan");
        service("campaign", "run", "results", "dataset");
        service("person", "run", "results", "dataset");
        service("scoring", "run", "dataset", "installation");
        service("race", "dataset");
        IMPORTS.put("store", new May(List.of("engine.base", "engine.document", "service"), true));
        IMPORTS.put("web", new May(List.of("engine.base", "service"), true));
        IMPORTS.put("rest", new May(List.of("engine.base", "engine.document", "service"), true));
        IMPORTS.put("cli", new May(List.of("engine.base", "engine.document", "service"), true));
        IMPORTS.put("security", new May(List.of("engine.base", "service"), true));
    }

    private static void engine(String room, String... below) {
        IMPORTS.put(
                "engine." + room,
                new May(Stream.of(below).map(name -> "engine." + name).toList(), false));
    }

    private static void service(String room, String... below) {
        IMPORTS.put(
                "service." + room,
                new May(
                        Stream.concat(Stream.of(below).map(name -> "service." + name), Stream.of(WHOLE_ENGINE))
                                .toList(),
                        true));
    }

    /** Third parties that only these rooms may know, by the beginning of their packages. */
    private static final Map<String, Set<String>> CONFINED = Map.ofEntries(
            Map.entry("org.duckdb", Set.of("engine.transactions")),
            Map.entry("java.sql", Set.of("engine.transactions", "engine.ingest", "store")),
            Map.entry("org.apache.poi", Set.of("engine.ingest", "engine.export")),
            Map.entry("org.sqlite", Set.of("engine.ingest")),
            Map.entry("weka.clusterers", Set.of("engine.cluster")),
            Map.entry("weka.classifiers.misc", Set.of("engine.features")),
            Map.entry("weka.classifiers.trees", Set.of("engine.segment")),
            Map.entry("weka.classifiers.meta", Set.of("engine.forecast")),
            Map.entry(
                    "weka.core",
                    Set.of("engine.base", "engine.features", "engine.cluster", "engine.segment", "engine.forecast")),
            Map.entry("org.jsoup", Set.of("engine.ingest", "web")),
            Map.entry(
                    "tools.jackson",
                    Set.of("engine.document", "engine.ingest", "engine.playbook", "engine.pipeline", "web", "store")),
            Map.entry("org.flywaydb", Set.of("store")),
            Map.entry("org.h2", Set.of("store")),
            Map.entry("org.springframework.jdbc", Set.of("store")),
            Map.entry("org.springframework.transaction", Set.of("store")),
            Map.entry("com.vaadin", Set.of("web", "security")),
            Map.entry("org.springframework.web", Set.of("rest", "security", "web")),
            Map.entry("picocli", Set.of("cli")));

    @Test
    void everyRoomStandsInTheTable() {
        Set<String> unlisted = House.CLASSES.stream().map(House::room).collect(Collectors.toCollection(TreeSet::new));
        unlisted.removeAll(IMPORTS.keySet());
        unlisted.remove("");
        assertThat(unlisted)
                .as("rooms that the table does not know: decide what they may import")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> dataFlowsOneWay() {
        return IMPORTS.entrySet().stream().map(entry -> {
            String room = entry.getKey();
            May may = entry.getValue();
            ArchRule rule = noClasses()
                    .that(describe("in " + room, type -> House.room(type).equals(room)))
                    .should()
                    .dependOnClassesThat(are(describe(
                            "not for " + room,
                            target ->
                                    House.isOurs(target) && !House.room(target).equals(room) && !allowed(may, target))))
                    .because("data flows down the house, and " + room + " may import only " + may)
                    .allowEmptyShould(true);
            return dynamicTest(room, () -> rule.check(House.CLASSES));
        });
    }

    private static boolean allowed(May may, JavaClass target) {
        return may.allows(target)
                || (may.rooms().contains("service") && House.below(target).startsWith("service."));
    }

    @TestFactory
    Stream<DynamicTest> thirdPartiesStayWhereTheyAreKnown() {
        return new TreeMap<>(CONFINED).entrySet().stream().map(entry -> {
            ArchRule rule = noClasses()
                    .that(describe(
                            "outside " + entry.getValue(),
                            type -> !House.room(type).isEmpty()
                                    && !entry.getValue().contains(House.room(type))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(entry.getKey() + "..")
                    .because("a library that one room knows can be replaced in one room")
                    .allowEmptyShould(true);
            return dynamicTest(entry.getKey(), () -> rule.check(House.CLASSES));
        });
    }

    /** Copies are made of what has come through the door already. */
    @Test
    void wekaLearnsFromWhatCameThroughItsDoor() {
        noClasses()
                .that(describe("not the door", type -> !type.isEquivalentTo(WekaRows.class)))
                .should()
                .callConstructorWhere(describe(
                        "rows of Weka or their attributes are made",
                        (JavaConstructorCall call) -> Set.of("weka.core.Instances", "weka.core.Attribute")
                                .contains(call.getTargetOwner().getName())))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("weka.core.converters..")
                .because(
                        "WekaRows tells Weka where its linear algebra is before it learns; without that it fails, but only in a process"
                                + " where nobody came through that door before")
                .check(House.CLASSES);
    }

    @Test
    void theEngineRunsWithoutSpringAndVaadin() {
        noClasses()
                .that(describe("in the engine", House::inEngine))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.vaadin..", "jakarta..")
                .because("the engine is a plain Java library")
                .check(House.CLASSES);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(House.ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("a room in a circle can be read only together with all others of it")
                .check(House.CLASSES);
    }

    @Test
    void classesStandInNoCircle() {
        List<Set<String>> circles = ClassCircles.among(House.CLASSES).stream()
                .map(circle -> circle.stream()
                        .map(name -> name.substring(House.ROOT.length() + 1))
                        .collect(Collectors.toSet()))
                .toList();
        assertThat(circles)
                .as(
                        "classes that know each other, sealed families apart, because such can be read, tested and changed only together")
                .isEmpty();
    }

    @Test
    void aRoomAnswersOneQuestion() {
        Map<String, Long> crowded = House.CLASSES.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(House::outermost)
                .distinct()
                .collect(Collectors.groupingBy(House::below, TreeMap::new, Collectors.counting()));
        crowded.values().removeIf(types -> types <= MOST_TYPES);
        assertThat(crowded)
                .as("packages with more than %d types, because a drawer answers many questions", MOST_TYPES)
                .isEmpty();
    }

    /** Formats and methods that are known from outside by their door only. */
    private static final Set<String> ONE_DOOR = Set.of(
            "engine.ingest.text",
            "engine.ingest.excel",
            "engine.ingest.join",
            "engine.ingest.sqlite",
            "engine.ingest.json",
            "engine.ingest.markup",
            "engine.ingest.parquet",
            "engine.cluster.kmeans",
            "engine.cluster.hierarchy",
            "engine.cluster.mixture",
            "engine.cluster.weka");

    @Test
    void aFormatAndAMethodHaveOneDoor() {
        Map<String, List<String>> doors = House.CLASSES.stream()
                .filter(type -> ONE_DOOR.contains(House.below(type)))
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .collect(Collectors.groupingBy(
                        House::below, TreeMap::new, Collectors.mapping(JavaClass::getSimpleName, Collectors.toList())));
        assertThat(doors.keySet()).containsExactlyInAnyOrderElementsOf(ONE_DOOR);
        assertThat(doors.values())
                .as("public types of a format or method, because what is public is asked from everywhere: %s", doors)
                .allSatisfy(door -> assertThat(door).hasSize(1));
    }

    @Test
    void pagesDoNotKnowEachOther() {
        classes()
                .that()
                .resideInAPackage(House.ROOT + ".web..")
                .should(new ArchCondition<>("reach other pages through web.shell") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(d -> isForeignPage(type, d.getTargetClass()))
                                .forEach(d -> events.add(SimpleConditionEvent.violated(type, d.getDescription())));
                    }
                })
                .because("a link to another page is a route, not an import")
                .check(House.CLASSES);
    }

    private static boolean isForeignPage(JavaClass from, JavaClass to) {
        String page = page(to);
        return !page.isEmpty() && !page.equals(page(from)) && !page.equals("shell") && !page.equals("component");
    }

    /** The first part of a package below web; the wizard's steps are one page. */
    private static String page(JavaClass type) {
        String below = House.below(type);
        return below.startsWith("web.") ? below.substring("web.".length()).split("\\.")[0] : "";
    }

    @Test
    void nobodyImportsTheWiring() {
        noClasses()
                .that(describe("not wiring", type -> !House.room(type).isEmpty()))
                .should()
                .dependOnClassesThat(
                        are(describe("wiring", type -> type.getPackageName().equals(House.ROOT))))
                .because("it is put together from everything, so whoever imports it imports everything")
                .check(House.CLASSES);
    }
}
