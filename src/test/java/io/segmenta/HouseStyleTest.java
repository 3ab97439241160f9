package io.segmenta;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** How the house is written, whatever the room. */
class HouseStyleTest {
    @Test
    void threadsComeFromOnePlace() {
        noClasses()
                .that(describe(
                        "outside the place of threads", c -> !House.below(c).equals("service.run")))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.util.concurrent.Executors.class)
                .because("a stage that needs both cores uses parallel streams; work in the background is a run")
                .check(House.CLASSES);
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
                .check(House.CLASSES);
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
    void onlyTheCommandLinePrints() {
        noClasses()
                .that(describe("outside cli", c -> !House.room(c).equals("cli")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("everything else logs")
                .check(House.CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        List<String> drawers = House.CLASSES.stream()
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
                .check(House.CLASSES);
    }
}
