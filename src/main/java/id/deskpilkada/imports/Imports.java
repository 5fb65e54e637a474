package id.deskpilkada.imports;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    private final Map<String, DocumentImporter> documents = new TreeMap<>();
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Imports(
            ObjectProvider<Importer> importers,
            ObjectProvider<DocumentImporter> documents,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        importers.forEach(importer -> {
            if (this.importers.put(importer.kind(), importer) != null) {
                throw new IllegalStateException("two importers for " + importer.kind());
            }
        });
        documents.forEach(document -> {
            if (this.importers.containsKey(document.kind()) || this.documents.put(document.kind(), document) != null) {
                throw new IllegalStateException("two importers for " + document.kind());
            }
        });
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All kinds of table in alphabetical order. */
    public List<Importer> kinds() {
        return List.copyOf(importers.values());
    }

    /** All kinds of file that are no tables, in alphabetical order. */
    public List<DocumentImporter> documents() {
        return List.copyOf(documents.values());
    }

    /** The tables a person may send. */
    public List<Importer> kindsFor(Actor actor) {
        return importers.values().stream()
                .filter(importer -> actor.may(importer.permission()))
                .toList();
    }

    /** @throws Problem 403 {@code FORBIDDEN} for what the person may not send, 404 {@code UNKNOWN_IMPORT_KIND} where they may send others */
    public void require(String kind, Actor actor) {
        if (kindsFor(actor).isEmpty()) {
            throw Problem.forbidden("FORBIDDEN");
        }
        require(kind);
        var importer = importers.get(kind);
        actor.require(importer == null ? Permission.SET_UP : importer.permission());
    }

    /** @throws Problem 404 {@code UNKNOWN_IMPORT_KIND} with the known ones */
    private void require(String kind) {
        if (!documents.containsKey(kind)) {
            kind(kind);
        }
    }

    /** A kind of table. @throws Problem 404 {@code UNKNOWN_IMPORT_KIND} with the known ones, {@code IMPORT_IS_NO_TABLE} */
    public Importer kind(String kind) {
        Importer importer = importers.get(kind);
        if (importer == null && documents.containsKey(kind)) {
            throw Problem.notFound("IMPORT_IS_NO_TABLE", kind);
        }
        if (importer == null) {
            List<String> known = Stream.concat(importers.keySet().stream(), documents.keySet().stream())
                    .sorted()
                    .toList();
            throw Problem.notFound("UNKNOWN_IMPORT_KIND", kind, String.join(", ", known));
        }
        return importer;
    }

    /**
     * Reads and applies a file in one transaction; a dry run does the same and rolls back.
     *
     * @throws Problem 404 for an unknown kind, 413 or 422 for a file that cannot be used, 422 {@code IMPORT_REJECTED} with every bad row
     */
    public ImportResult run(String kind, byte[] content, ImportContext context) {
        require(kind);
        DocumentImporter document = documents.get(kind);
        if (document != null) {
            return ofDocument(document, content, context);
        }
        Importer importer = kind(kind);
        ReadTable table = TableFile.read(content, importer.columns());
        ImportRows rows = table.rows();
        Supplier<ImportOutcome> work = importer.prepare(rows, context);
        ImportOutcome outcome = apply(
                kind,
                () -> {
                    ImportOutcome stored = work.get();
                    rows.problems().rejectIfAny();
                    return stored;
                },
                content,
                context);
        List<FieldProblem> warnings = new ArrayList<>(table.warnings());
        warnings.addAll(outcome.warnings());
        return result(kind, rows.count(), outcome, warnings, table.ignoredColumns(), context.dryRun());
    }

    private ImportResult ofDocument(DocumentImporter document, byte[] content, ImportContext context) {
        if (content.length == 0) {
            throw Problem.unprocessable("EMPTY_FILE");
        }
        ImportOutcome outcome = apply(document.kind(), document.prepare(content, context), content, context);
        return result(document.kind(), outcome.rows(), outcome, outcome.warnings(), List.of(), context.dryRun());
    }

    private static ImportResult result(
            String kind,
            int rows,
            ImportOutcome outcome,
            List<FieldProblem> warnings,
            List<String> ignoredColumns,
            boolean dryRun) {
        return new ImportResult(
                kind,
                rows,
                outcome.created(),
                outcome.updated(),
                outcome.unchanged(),
                listed(warnings),
                ignoredColumns,
                dryRun);
    }

    private ImportOutcome apply(String kind, Supplier<ImportOutcome> work, byte[] content, ImportContext context) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                ImportOutcome outcome = work.get();
                if (context.dryRun()) {
                    status.setRollbackOnly();
                } else {
                    events.publishEvent(new Imported(kind, content, context.fileName(), outcome.rows(), outcome));
                }
                return outcome;
            }));
        } catch (DataIntegrityViolationException e) {
            // Only the first line: the lines after it quote the stored values.
            String reason = String.valueOf(e.getMostSpecificCause().getMessage());
            log.warn(
                    "The database refused an import of {}: {}",
                    kind,
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
