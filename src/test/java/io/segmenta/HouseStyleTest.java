package io.segmenta;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.router.Route;
import io.segmenta.engine.base.BackgroundThreads;
import io.segmenta.web.component.form.DecimalField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** How the house is written, whatever the room. */
class HouseStyleTest {
    @Test
    void threadsComeFromOnePlace() {
        noClasses()
                .that(describe("outside the place of threads", c -> !c.isEquivalentTo(BackgroundThreads.class)))
                .should()
                .accessTargetWhere(describe("a thread is started", HouseStyleTest::startsAThread))
                .because(
                        "a stage that needs both cores uses parallel streams; whatever else runs beside the caller comes from"
                                + " BackgroundThreads, where one sees what may still be running")
                .check(House.CLASSES);
    }

    private static boolean startsAThread(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String member = access.getTarget().getName();
        if (owner.isEquivalentTo(Thread.class)) {
            return Set.of("<init>", "ofPlatform", "ofVirtual", "startVirtualThread")
                    .contains(member);
        }
        if (owner.isEquivalentTo(CompletableFuture.class)) {
            return member.endsWith("Async") && !takesAnExecutor(access);
        }
        return owner.isEquivalentTo(Executors.class)
                || owner.isEquivalentTo(Timer.class)
                || owner.isAssignableTo(ForkJoinPool.class)
                || owner.isAssignableTo(ThreadPoolExecutor.class);
    }

    private static boolean takesAnExecutor(JavaAccess<?> access) {
        return parameters(access).stream().anyMatch(type -> type.isEquivalentTo(Executor.class));
    }

    /** Each way to start a thread that the rule must see, and the parallel stream that it must not. */
    @Test
    void theRuleOfThreadsSeesThemAll() {
        Map<String, List<Boolean>> seen = new TreeMap<>();
        new ClassFileImporter()
                .importClasses(Threads.class)
                .get(Threads.class)
                .getMethods()
                .forEach(method -> seen.put(
                        method.getName(),
                        method.getAccessesFromSelf().stream()
                                .map(HouseStyleTest::startsAThread)
                                .filter(starts -> starts)
                                .distinct()
                                .toList()));
        assertThat(seen.remove("parallelStream")).isEmpty();
        assertThat(seen.remove("withAnExecutor")).isEmpty();
        assertThat(seen)
                .hasSize(9)
                .allSatisfy((way, found) -> assertThat(found).as(way).containsExactly(true));
    }

    /** Never called. */
    @SuppressWarnings("unused")
    private static final class Threads {
        void constructor(Runnable task) {
            new Thread(task).start();
        }

        void platform(Runnable task) {
            Thread.ofPlatform().start(task);
        }

        void virtual(Runnable task) {
            Thread.ofVirtual().start(task);
        }

        void virtualAtOnce(Runnable task) {
            Thread.startVirtualThread(task);
        }

        Object executors() {
            return Executors.newCachedThreadPool();
        }

        CompletableFuture<Void> future(Runnable task) {
            return CompletableFuture.runAsync(task);
        }

        Object timer() {
            return new Timer();
        }

        Object forkJoin() {
            return ForkJoinPool.commonPool();
        }

        Object reference() {
            Function<Runnable, Thread> made = Thread::new;
            return made;
        }

        CompletableFuture<Void> withAnExecutor(Runnable task, Executor executor) {
            return CompletableFuture.runAsync(task, executor);
        }

        long parallelStream(List<String> texts) {
            return texts.parallelStream().filter(String::isBlank).count();
        }
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
                .check(House.CLASSES);
    }

    @Test
    void chanceAndTimeAreGivenNotTaken() {
        noClasses()
                .should()
                .callCodeUnitWhere(describe("chance or time is taken", HouseStyleTest::takesChanceOrTime))
                .because("the same dataset, recipe, seed and version give the same result")
                .check(House.CLASSES);
    }

    private static boolean takesChanceOrTime(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String member = access.getTarget().getName();
        int given = parameters(access).size();
        if (owner.getPackageName().startsWith("java.time")) {
            return given == 0 && Set.of("now", "systemUTC", "systemDefaultZone").contains(member);
        }
        return switch (owner.getName()) {
            case "java.util.Random", "java.util.SplittableRandom", "java.util.Date" ->
                member.equals("<init>") && given == 0;
            case "java.util.concurrent.ThreadLocalRandom" -> member.equals("current");
            case "java.util.random.RandomGenerator" -> member.equals("getDefault") || member.equals("of");
            case "java.util.Collections" -> member.equals("shuffle") && given == 1;
            case "java.lang.Math" -> member.equals("random");
            case "java.lang.System" -> member.equals("currentTimeMillis");
            default -> false;
        };
    }

    @Test
    void textIsMadeForANamedLocale() {
        noClasses()
                .should()
                .callCodeUnitWhere(describe("the machine's locale is taken", HouseStyleTest::takesTheMachinesLocale))
                .because(
                        "otherwise the machine decides: 1.5 is 1,5 on a German one, and I is no capital i on a Turkish one."
                                + " Locale.ROOT for the engine's sentences and for files, the user's for screens")
                .check(House.CLASSES);
    }

    /** Of what has a variant with a locale, or symbols made for one. */
    private static boolean takesTheMachinesLocale(JavaAccess<?> access) {
        String member = access.getTarget().getName();
        boolean makesText =
                switch (access.getTargetOwner().getName()) {
                    case "java.lang.String" ->
                        Set.of("format", "formatted", "toLowerCase", "toUpperCase")
                                .contains(member);
                    case "java.io.PrintStream", "java.io.PrintWriter" ->
                        Set.of("printf", "format").contains(member);
                    case "java.text.NumberFormat", "java.text.Collator", "java.text.DecimalFormatSymbols" ->
                        member.startsWith("get") && member.endsWith("Instance");
                    case "java.text.DecimalFormat",
                            "java.text.SimpleDateFormat",
                            "java.text.MessageFormat",
                            "java.util.Formatter" ->
                        member.equals("<init>") || (member.equals("format") && isStatic(access));
                    case "java.time.format.DateTimeFormatter" -> member.equals("ofPattern");
                    default -> false;
                };
        return makesText
                && parameters(access).stream()
                        .noneMatch(type ->
                                type.isEquivalentTo(Locale.class) || type.isEquivalentTo(DecimalFormatSymbols.class));
    }

    private static boolean isStatic(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.MethodCallTarget target
                && target.resolveMember()
                        .map(method -> method.getModifiers().contains(JavaModifier.STATIC))
                        .orElse(false);
    }

    private static List<JavaClass> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                ? target.getRawParameterTypes()
                : List.of();
    }

    /** Of a file; a page that is longer does what belongs into its parts. */
    private static final int MOST_LINES = 300;

    private static final int MOST_LINES_OF_A_VIEW = 250;

    @Test
    void noFileIsTooLongToBeReadAtOnce() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).hasSizeGreaterThan(MOST_LINES);
            assertThat(sources)
                    .allSatisfy(file -> assertThat(Files.readAllLines(file))
                            .as("lines of %s", file)
                            .hasSizeLessThanOrEqualTo(
                                    file.toString().endsWith("View.java") ? MOST_LINES_OF_A_VIEW : MOST_LINES));
            List<Integer> lines = new ArrayList<>();
            for (Path source : sources) {
                lines.add(Files.readAllLines(source).size());
            }
            lines.sort(null);
            assertThat(lines.get(lines.size() / 2)).as("median of lines").isLessThanOrEqualTo(65);
            assertThat(lines.get(lines.size() * 9 / 10 - 1))
                    .as("ninth tenth of lines")
                    .isLessThanOrEqualTo(170);
        }
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        House.CLASSES.stream().map(JavaClass::getPackage).distinct().forEach(p -> {
            if (!p.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(p.getName());
            }
        });
        assertThat(unmarked).as("packages without @NullMarked").isEmpty();
    }

    @Test
    void decimalsAreTypedIntoOneKindOfField() {
        noClasses()
                .that(describe("other fields", c -> !c.isEquivalentTo(DecimalField.class)))
                .should()
                .callConstructor(NumberField.class)
                .because("Vaadin's reads 1e9 as 1")
                .check(House.CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that(describe("outside cli", c -> !House.room(c).equals("cli")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(describe(
                        "a stack trace is printed", call -> call.getName().equals("printStackTrace")))
                .because("everything else logs")
                .check(House.CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        List<String> drawers = House.CLASSES.stream()
                .map(JavaClass::getSimpleName)
                .filter(n -> n.endsWith("Manager")
                        || n.endsWith("Helper")
                        || n.matches(".*Utils?")
                        || n.matches("Base[A-Z].*"))
                .toList();
        assertThat(drawers).as("names that say nothing").isEmpty();
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..")
                .check(House.CLASSES);
    }
}
