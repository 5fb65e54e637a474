package id.deskpilkada.tierreport.intake;

import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.audit.AuditEntry;
import id.deskpilkada.platform.engine.LostRace;
import id.deskpilkada.tierreport.compile.CanonicalJson;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.seal.SealCheck;
import id.deskpilkada.tierreport.seal.SealCheck.Finding;
import id.deskpilkada.tierreport.seal.Statement;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Takes reports of installations one tier below, each once, and notes what it refuses. */
@Service
class TierIntake {

    static final String WORK = "tier-intake";

    private static final Logger log = LoggerFactory.getLogger(TierIntake.class);
    private static final String LEVEL = "REGENCY";

    private final TierSenders senders;
    private final ReceivedReports received;
    private final SystemTransactions transactions;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Changes changes;
    private final Clock clock;

    TierIntake(
            TierSenders senders,
            ReceivedReports received,
            SystemTransactions transactions,
            ApplicationEventPublisher events,
            Audit audit,
            Changes changes,
            Clock clock) {
        this.senders = senders;
        this.received = received;
        this.transactions = transactions;
        this.events = events;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Who shows this token.
     *
     * @throws Problem 401 {@code INTAKE_UNKNOWN_SENDER}
     */
    TierSender sender(@Nullable String token) {
        return transactions
                .write(
                        WORK,
                        () -> token == null || token.isBlank()
                                ? java.util.Optional.<TierSender>empty()
                                : senders.holding(token))
                .orElseThrow(() -> refused(null, null, new Refused("INTAKE_UNKNOWN_SENDER")));
    }

    /**
     * Stores a report that is sound.
     *
     * @throws Problem 401 {@code INTAKE_UNKNOWN_SENDER}, 403 {@code INTAKE_OTHER_REGION}, 409 {@code INTAKE_OLDER_VERSION}, {@code INTAKE_OTHER_CONTENT}, 422
     *     {@code INTAKE_MALFORMED}, {@code INTAKE_UNKNOWN_KEY}, {@code INTAKE_SIGNATURE}, {@code INTAKE_ALTERED}, {@code INTAKE_LEVEL}, {@code INTAKE_SUMS}
     */
    Receipt take(String token, String text) {
        var who = sender(token);
        String code = null;
        try {
            var envelope = Envelope.read(text);
            code = envelope.code();
            return LostRace.again(() -> transactions.write(WORK, () -> {
                var sender = senders.holding(token).orElseThrow(() -> new Refused("INTAKE_UNKNOWN_SENDER"));
                return stored(sender, envelope);
            }));
        } catch (Refused refusal) {
            throw refused(who, code, refusal);
        }
    }

    /** Notes that more was announced than a report may have. */
    Problem tooLarge(TierSender sender, String limit) {
        return refused(sender, null, new Refused("INTAKE_TOO_LARGE", limit));
    }

    private Receipt stored(TierSender sender, Envelope envelope) {
        var snapshot = sound(sender, envelope);
        var digest = CanonicalJson.digest(envelope.snapshot());
        var known = received.byCode(sender.area(), envelope.code());
        if (known.isPresent()) {
            var before = known.get();
            if (!before.digest().equals(digest)) {
                throw new Refused("INTAKE_OTHER_CONTENT", envelope.code());
            }
            return new Receipt(before.receiptId(), before.receivedAt(), digest, false);
        }
        received.versions(sender.area(), snapshot).stream().findFirst().ifPresent(newest -> {
            if (newest.version() == snapshot.version()) {
                throw new Refused("INTAKE_OTHER_CONTENT", "" + snapshot.version());
            }
            if (newest.version() > snapshot.version()) {
                throw new Refused("INTAKE_OLDER_VERSION", snapshot.version(), newest.version());
            }
        });
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var receipt = "TT-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        received.insert(receipt, sender.area(), snapshot, envelope, digest, at);
        audit.record(
                "tier-report.taken",
                "tier-report/" + envelope.code(),
                sender.area(),
                Map.of("slot", snapshot.slot(), "version", "" + snapshot.version(), "receipt", receipt));
        changes.announce("received-reports", sender.area());
        events.publishEvent(
                new ReportReceived(snapshot.election().code(), snapshot.round(), snapshot.slot(), sender.area()));
        return new Receipt(receipt, at, digest, true);
    }

    private Snapshot sound(TierSender sender, Envelope envelope) {
        var key = senders.publicKey(sender.id(), envelope.keyId())
                .orElseThrow(() -> new Refused("INTAKE_UNKNOWN_KEY", envelope.keyId()));
        var finding = SealCheck.check(envelope.snapshot(), envelope.statement(), envelope.signature(), key);
        if (finding != Finding.SOUND) {
            throw new Refused(
                    switch (finding) {
                        case SIGNATURE_WRONG -> "INTAKE_SIGNATURE";
                        case SNAPSHOT_WRONG -> "INTAKE_ALTERED";
                        default -> "INTAKE_MALFORMED";
                    },
                    envelope.code());
        }
        var statement = Statement.read(envelope.statement());
        if (!envelope.code().equals(statement.code()) || !envelope.keyId().equals(statement.keyId())) {
            throw new Refused("INTAKE_ALTERED", envelope.code());
        }
        Snapshot snapshot = whole(envelope);
        if (!Area.digits(snapshot.region().code()).equals(sender.area())) {
            throw new Refused("INTAKE_OTHER_REGION", snapshot.region().code());
        }
        if (!LEVEL.equals(snapshot.level())) {
            throw new Refused("INTAKE_LEVEL", snapshot.level());
        }
        var wrong = SnapshotSums.wrong(snapshot);
        if (!wrong.isEmpty()) {
            throw new Refused("INTAKE_SUMS", String.join(", ", wrong));
        }
        return snapshot;
    }

    private static Snapshot whole(Envelope envelope) {
        try {
            var snapshot = CanonicalJson.read(envelope.snapshot(), Snapshot.class);
            if (snapshot.format() != Snapshot.FORMAT) {
                throw new Refused("INTAKE_FORMAT", snapshot.format());
            }
            return snapshot;
        } catch (IllegalStateException | NullPointerException e) {
            throw new Refused("INTAKE_MALFORMED", "snapshot");
        }
    }

    private Problem refused(@Nullable TierSender sender, @Nullable String code, Refused refusal) {
        log.warn(
                "A report of {} was refused: {} {}",
                sender == null ? "nobody known" : sender.area(),
                refusal.code(),
                refusal.arguments());
        Scope.system(
                WORK,
                () -> audit.record(AuditEntry.refused(
                        "tier-report.intake",
                        code == null ? null : "tier-report/" + code,
                        sender == null ? null : sender.area(),
                        Map.of("reason", refusal.code()))));
        return Problem.of(
                switch (refusal.code()) {
                    case "INTAKE_UNKNOWN_SENDER" -> HttpStatus.UNAUTHORIZED;
                    case "INTAKE_OTHER_REGION" -> HttpStatus.FORBIDDEN;
                    case "INTAKE_OLDER_VERSION", "INTAKE_OTHER_CONTENT" -> HttpStatus.CONFLICT;
                    case "INTAKE_TOO_LARGE" -> HttpStatus.PAYLOAD_TOO_LARGE;
                    default -> HttpStatus.UNPROCESSABLE_ENTITY;
                },
                refusal.code(),
                refusal.arguments().toArray());
    }
}
