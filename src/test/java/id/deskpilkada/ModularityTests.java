package id.deskpilkada;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.deskpilkada.platform.Grant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.deskpilkada");

    @Test
    void modulesDependOneWayOnly() {
        ApplicationModules.of(DeskPilkadaApplication.class).verify();
    }

    @Test
    void onlyThePlatformAndProcessClassesKnowTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.deskpilkada.platform..")
                .and()
                .haveSimpleNameNotEndingWith("Process")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CODE);
    }

    @Test
    void theSimulationKnowsTheApplicationByHttpOnly() {
        noClasses()
                .that()
                .resideInAPackage("id.deskpilkada.simulation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "id.deskpilkada.region..",
                        "id.deskpilkada.election..",
                        "id.deskpilkada.staff..",
                        "id.deskpilkada.fieldreport..",
                        "id.deskpilkada.c1..",
                        "id.deskpilkada.tally..")
                .allowEmptyShould(true)
                .check(CODE);
    }

    /** What is wrong in the desk's own work is for its supervisors and stands in no report that goes further. */
    @Test
    void onlyItsOwnReportKnowsTheQualityOfTheDesk() {
        noClasses()
                .that()
                .resideOutsideOfPackages("id.deskpilkada.evaluation.quality..", "id.deskpilkada.c1..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("id.deskpilkada.c1.C1Quality")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("id.deskpilkada.evaluation.quality..")
                .check(CODE);
    }

    /** What a role may do is said by Permission alone; the staff list itself deals in roles, and nobody else asks for them. */
    @Test
    void nobodyButPermissionsAsksWhichRoleAPersonHolds() {
        noClasses()
                .that()
                .resideOutsideOfPackages("id.deskpilkada.platform", "id.deskpilkada.staff..")
                .should()
                .callMethod(Grant.class, "role")
                .orShould()
                .callMethod(Grant.class, "group")
                .check(CODE);
    }

    /** Outside a transaction such a stream keeps its connection for ever. */
    @Test
    void nobodyReadsTheDatabaseAsAStreamThatHasToBeClosed() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .check(CODE);
    }
}
