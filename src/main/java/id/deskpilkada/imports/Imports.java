package id.deskpilkada.imports;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a file of a known kind, checks it as a whole and stores all of it or nothing. */
@Service
public class Imports {

    private static final Logger log = LoggerFactory.getLogger(Imports.class);
    private static final int LISTED_WARNINGS = 1_000;

    private final Map<String, Importer> importers = new TreeMap<>();
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Imports(
            ObjectProvider<Importer> importers,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        importers.forEach(importer -> {
            if (this.importers.put(importer.kind(), importer) != null) {
                throw new IllegalStateException("two importers for " + importer.kind());
            }
        });
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All kinds in alphabetical order. */
    public List<Importer> kinds() {
        return List.copyOf(importers.values());
    }

    /** @throws Problem 404 {@code UNKNOWN_IMPORT_KIND} with the known ones */
    public Importer kind(String kind) {
        Importer importer = importers.get(kind);
        if (importer == null) {
            throw Problem.notFound("UNKNOWN_IMPORT_KIND", kind, String.join(", ", importers.keySet()));
        }
        return importer;
    }

    /**
     * Reads and applies a CSV or XLSX in one transaction; a dry run does the same and rolls back.
     *
     * @throws Problem 404 for an unknown kind, 413 or 422 for a file that cannot be used, 422 {@code IMPORT_REJECTED} with every bad row
     */
    public ImportResult run(String kind, byte[] content, ImportContext context) {
        Importer importer = kind(kind);
        ReadTable table = TableFile.read(content, importer.columns());
        ImportOutcome outcome = apply(importer, table.rows(), content, context);
        List<FieldProblem> warnings = new ArrayList<>(table.warnings());
        warnings.addAll(outcome.warnings());
        return new ImportResult(
                kind,
                table.rows().count(),
                outcome.created(),
                outcome.updated(),
                outcome.unchanged(),
                listed(warnings),
                table.ignoredColumns(),
                context.dryRun());
    }

    private ImportOutcome apply(Importer importer, ImportRows rows, byte[] content, ImportContext context) {
        Supplier<ImportOutcome> work = importer.prepare(rows, context);
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                ImportOutcome outcome = work.get();
                rows.problems().rejectIfAny();
                if (context.dryRun()) {
                    status.setRollbackOnly();
                } else {
                    events.publishEvent(
                            new Imported(importer.kind(), content, context.fileName(), rows.count(), outcome));
                }
                return outcome;
            }));
        } catch (DataIntegrityViolationException e) {
            // Only the first line: the lines after it quote the stored values.
            String reason = String.valueOf(e.getMostSpecificCause().getMessage());
            log.warn(
                    "The database refused an import of {}: {}",
                    importer.kind(),
                    reason.lines().findFirst().orElse(""));
            throw Problem.conflict("IMPORT_COLLIDED");
        }
    }

    private static List<FieldProblem> listed(List<FieldProblem> warnings) {
        if (warnings.size() <= LISTED_WARNINGS) {
            return List.copyOf(warnings);
        }
        List<FieldProblem> listed = new ArrayList<>(warnings.subList(0, LISTED_WARNINGS));
        listed.add(FieldProblem.field("file", null, "MORE_WARNINGS", warnings.size() - LISTED_WARNINGS));
        return List.copyOf(listed);
    }
}
