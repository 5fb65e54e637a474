package id.deskpilkada.imports;

import static id.deskpilkada.imports.SampleFiles.csv;
import static id.deskpilkada.imports.SampleFiles.workbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

class ImportsTests {

    private final NamesImporter importer = new NamesImporter();
    private final CountingTransactions transactions = new CountingTransactions();
    private final ImportContext forReal = new ImportContext(null, false, null);
    private final ImportContext dryRun = new ImportContext(null, true, null);

    private Imports imports(Importer... importers) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (int i = 0; i < importers.length; i++) {
            beans.addBean("importer" + i, importers[i]);
        }
        return new Imports(
                beans.getBeanProvider(Importer.class),
                beans.getBeanProvider(DocumentImporter.class),
                event -> {},
                transactions);
    }

    @Test
    void aGoodFileIsStoredInOneTransaction() {
        ImportResult result = imports(importer).run("names", csv("kode;nama;catatan\n1;A;x\n2;B;\n"), forReal);

        assertThat(result).isEqualTo(new ImportResult("names", 2, 2, 0, 0, List.of(), List.of("catatan"), false));
        assertThat(importer.names).hasSize(2);
        assertThat(transactions.committed).isEqualTo(1);
    }

    @Test
    void aDryRunCountsTheSameAndIsRolledBack() {
        ImportResult result = imports(importer).run("names", csv("kode;nama\n1;A\n"), dryRun);

        assertThat(result.created()).isEqualTo(1);
        assertThat(result.dryRun()).isTrue();
        assertThat(importer.names).isEmpty();
        assertThat(transactions.committed).isZero();
        assertThat(transactions.rolledBack).isEqualTo(1);
    }

    @Test
    void everyBadRowIsNamedInOnePassAndNothingIsStored() {
        byte[] content = workbook(workbook -> {
            var sheet = workbook.createSheet("Nama");
            SampleFiles.row(sheet, 0, "kode", "nama");
            SampleFiles.row(sheet, 1, "1", "A");
            SampleFiles.row(sheet, 2, "1", "B");
            SampleFiles.row(sheet, 3, "", "C");
            SampleFiles.row(sheet, 4, "4", "D").createCell(0).setCellFormula("1+3");
            SampleFiles.row(sheet, 5, "5", "");
        });

        Problem refusal =
                catchThrowableOfType(Problem.class, () -> imports(importer).run("names", content, forReal));

        assertThat(refusal.code()).isEqualTo("IMPORT_REJECTED");
        assertThat(refusal.status().value()).isEqualTo(422);
        assertThat(refusal.errors())
                .containsExactly(
                        FieldProblem.row(3, "code", "1", "DUPLICATE_ROW", "2"),
                        FieldProblem.row(4, "code", null, "REQUIRED"),
                        FieldProblem.row(5, "code", "=1+3", "FORMULA_WITHOUT_VALUE"),
                        FieldProblem.row(6, "name", null, "REQUIRED"));
        assertThat(importer.names).isEmpty();
        assertThat(transactions.committed).isZero();
    }

    @Test
    void cellsThatCouldNotBeReadStopAnImporterThatDoesNotAsk() {
        Importer careless = new NamesImporter() {
            @Override
            public ImportOutcome apply(ImportRows rows, ImportContext context) {
                return new ImportOutcome(rows.count(), 0, 0, List.of());
            }
        };

        assertThatThrownBy(() -> imports(careless).run("names", csv("kode,nama\n1,A,B\n"), forReal))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.errors()).hasSize(1));
        assertThat(transactions.committed).isZero();
    }

    @Test
    void anUnknownKindIsNotFoundAndTheKnownOnesAreNamed() {
        Problem refusal = catchThrowableOfType(
                Problem.class, () -> imports(importer).run("nama", csv("kode,nama\n1,A\n"), forReal));

        assertThat(refusal.status().value()).isEqualTo(404);
        assertThat(refusal.arguments()).containsExactly("nama", "names");
    }

    @Test
    void aCollisionInTheDatabaseIsAConflictAndNoFailure() {
        Importer late = new NamesImporter() {
            @Override
            public ImportOutcome apply(ImportRows rows, ImportContext context) {
                throw new DuplicateKeyException("names_pkey");
            }
        };

        assertThatThrownBy(() -> imports(late).run("names", csv("kode,nama\n1,A\n"), forReal))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("IMPORT_COLLIDED"));
    }

    @Test
    void longListsOfWarningsEndWithACount() {
        Importer wary = new NamesImporter() {
            @Override
            public ImportOutcome apply(ImportRows rows, ImportContext context) {
                return new ImportOutcome(1, 0, 0, Collections.nCopies(1_003, FieldProblem.row(2, "code", "1", "FAR")));
            }
        };

        List<FieldProblem> warnings =
                imports(wary).run("names", csv("kode,nama\n1,A\n"), forReal).warnings();

        assertThat(warnings).hasSize(1_001);
        assertThat(warnings.get(1_000).arguments()).containsExactly(3);
    }

    @Test
    void twoImportersOfOneKindAreAMistakeAtStart() {
        assertThatThrownBy(() -> imports(importer, new NamesImporter())).isInstanceOf(IllegalStateException.class);
    }

    private static final class CountingTransactions extends AbstractPlatformTransactionManager {

        private int committed;
        private int rolledBack;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            committed++;
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            rolledBack++;
        }
    }
}
