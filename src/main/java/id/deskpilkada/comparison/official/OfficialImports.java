package id.deskpilkada.comparison.official;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.region.Regions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files of published figures in, all of a file or nothing, each file once. They never touch our own record. */
@Service
public class OfficialImports {

    /** Sirekap tells western Indonesian time, wherever the TPS lies. */
    private static final ZoneId KPU_ZONE = ZoneId.of("Asia/Jakarta");

    private static final Pattern CANDIDATE = Pattern.compile("\\s*([0-9]{1,18})\\s*[=:]\\s*([0-9]{1,2})\\s*");

    private final OfficialPlaces places;
    private final OfficialRows rows;
    private final Regions regions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    OfficialImports(
            OfficialPlaces places,
            OfficialRows rows,
            Regions regions,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.places = places;
        this.rows = rows;
        this.regions = regions;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Reads a file and stores it as a set; its comparison begins in the same transaction. A dry run does all of it but the storing.
     *
     * @throws Problem 409 {@code OFFICIAL_KNOWN} for a file that was taken in before; 413, 422 for one that cannot be used, {@code IMPORT_REJECTED} with every fault
     */
    public OfficialResult take(OfficialOrder order) {
        order.actor()
                .require(Permission.COMPARE_OFFICIAL, regions.installation().code());
        var sha256 = sha256(order.content());
        var problems = new ImportProblems();
        Map<String, Integer> candidates = new LinkedHashMap<>();
        transaction.executeWithoutResult(status -> {
            refuseKnown(order, sha256);
            candidates.putAll(rows.candidates(order.race().id()));
        });
        candidates.putAll(named(order));
        var file = OfficialFile.read(
                order.content(),
                order.fileName(),
                order.race(),
                regions.installation().area(),
                candidates,
                problems);
        var checked = places.check(order, file.set(), problems);
        problems.rejectIfAny();
        Instant at = file.set().latest().map(OfficialImports::instant).orElse(null);
        List<FieldProblem> warnings = new ArrayList<>(file.set().warnings());
        var id = stored(order, sha256, () -> {
            warnOfNewer(order, at, warnings);
            return order.dryRun() ? null : store(order, file, sha256, checked, at);
        });
        return new OfficialResult(
                id,
                file.format(),
                at == null ? null : at.atZone(regions.zone()).toOffsetDateTime(),
                checked.places(),
                checked.empty(),
                checked.outside(),
                file.set().candidates(),
                warnings,
                order.dryRun());
    }

    /** Of two that send the same file at the same moment one is told that it is known. */
    @SuppressWarnings("NullAway") // the template answers what the body answers
    private @Nullable Long stored(OfficialOrder order, String sha256, Supplier<@Nullable Long> body) {
        try {
            return transaction.execute(status -> body.get());
        } catch (DuplicateKeyException e) {
            transaction.executeWithoutResult(status -> refuseKnown(order, sha256));
            throw e;
        }
    }

    private long store(
            OfficialOrder order, OfficialFile file, String sha256, OfficialCheck checked, @Nullable Instant at) {
        long id = rows.add(order, file.format(), sha256, checked, at);
        rows.addFigures(id, order, checked.figures());
        rows.remember(order.race().id(), file.set().candidates());
        audit.record(
                "official.imported",
                "official/" + id,
                checked.area(),
                Map.of(
                        "file", order.fileName(),
                        "sha256", sha256,
                        "race", order.race().code(),
                        "places", Integer.toString(checked.figures().size())));
        events.publishEvent(new OfficialImported(id));
        return id;
    }

    /** An empty table with every TPS of a race. */
    public String template(RoundRef round, RaceRef race, Actor actor) {
        actor.require(Permission.COMPARE_OFFICIAL, regions.installation().code());
        var order = new OfficialOrder(round, race, new byte[0], "", "", "", true, actor);
        return OfficialTable.template(race, places.codes(order));
    }

    private void refuseKnown(OfficialOrder order, String sha256) {
        rows.known(order.round().id(), order.race().id(), sha256).ifPresent(known -> {
            throw Problem.conflict("OFFICIAL_KNOWN", known.id(), when(known.importedAt()));
        });
    }

    /** Somebody may go back to older figures, but should know. */
    private void warnOfNewer(OfficialOrder order, @Nullable Instant at, List<FieldProblem> warnings) {
        rows.of(order.round().id(), order.race().id()).stream()
                .map(OfficialImport::publishedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .filter(newest -> at != null && at.isBefore(newest))
                .ifPresent(
                        newest -> warnings.add(FieldProblem.field("file", when(at), "OFFICIAL_OLDER", when(newest))));
    }

    private static Map<String, Integer> named(OfficialOrder order) {
        Map<String, Integer> named = new LinkedHashMap<>();
        for (var part : order.candidates().split("[,;\\n]")) {
            if (part.isBlank()) {
                continue;
            }
            var pair = CANDIDATE.matcher(part);
            if (!pair.matches()) {
                throw malformed(part, "OFFICIAL_CANDIDATE_MALFORMED");
            }
            int number = Integer.parseInt(pair.group(2));
            if (!order.race().ballotNumbers().contains(number)) {
                throw malformed(part, "OFFICIAL_CANDIDATE_NOT_ON_BALLOT");
            }
            named.put(pair.group(1), number);
        }
        return named;
    }

    private static Problem malformed(String part, String code) {
        return Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("candidates", part.strip(), code)));
    }

    private String when(@Nullable Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern("d MMMM yyyy HH.mm", Messages.locale())
                                .format(at.atZone(regions.zone())) + " " + regions.zoneName();
    }

    private static Instant instant(LocalDateTime time) {
        return time.atZone(KPU_ZONE).toInstant();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
