package id.deskpilkada.tierreport.compile;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.tierreport.TierCause;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Compiles the next version of a report. Its figures are read in a transaction of their own that sees one moment; the version is stored in the caller's, who holds the case. */
@Component
public class TierCompiling {

    /** Without letters that are mistaken for digits. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUPS = 4;

    private final SecureRandom random = new SecureRandom();
    private final DistrictCompiler districts;
    private final RegencyCompiler regencies;
    private final ProvinceCompiler provinces;
    private final ReportSources sources;
    private final Reasons reasons;
    private final TierReportRows rows;
    private final Elections elections;
    private final TransactionTemplate moment;

    TierCompiling(
            DistrictCompiler districts,
            RegencyCompiler regencies,
            ProvinceCompiler provinces,
            ReportSources sources,
            Reasons reasons,
            TierReportRows rows,
            Elections elections,
            PlatformTransactionManager transactions) {
        this.districts = districts;
        this.regencies = regencies;
        this.provinces = provinces;
        this.sources = sources;
        this.reasons = reasons;
        this.rows = rows;
        this.elections = elections;
        this.moment = new TransactionTemplate(transactions);
        this.moment.setReadOnly(true);
        this.moment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Which report is compiled.
     *
     * @param area digits
     * @param dueAt when its slot is due
     * @param reason null for the first version
     * @param actor who asked for it; null where the schedule did
     */
    public record Order(
            long roundId,
            String slot,
            String area,
            TierLevel level,
            Instant dueAt,
            boolean requiresSignature,
            TierCause cause,
            @Nullable String reason,
            @Nullable Long actor) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public TierReport compile(Order order) {
        var before = rows.latest(order.roundId(), order.slot(), order.area());
        int version = before.map(TierReport::version).orElse(0) + 1;
        var about = new Heading.About(
                elections.round(order.roundId()),
                order.slot(),
                order.dueAt(),
                order.requiresSignature(),
                order.area(),
                order.level(),
                version);
        var compiled =
                Scope.system("tier-compile", () -> Objects.requireNonNull(moment.execute(status -> figures(about))));
        var snapshot = CanonicalJson.write(compiled.snapshot());
        var changes = before.map(
                        old -> Differences.between(rows.snapshot(old.id()), snapshot, reasons.since(old, compiled)))
                .orElse(List.of());
        var report = new TierReport(
                0,
                code(),
                order.roundId(),
                order.slot(),
                order.area(),
                order.level(),
                version,
                order.cause(),
                order.reason(),
                order.requiresSignature(),
                order.dueAt(),
                compiled.snapshot().frozenAt().toInstant(),
                compiled.snapshot().ledger().seq(),
                CanonicalJson.digest(snapshot));
        long id = rows.insert(report, snapshot, CanonicalJson.write(changes));
        sources.write(id, compiled);
        if (order.level() == TierLevel.PROVINCE) {
            provinces.trace(id, compiled.snapshot());
        }
        rows.step(id, "COMPILED", null, order.actor());
        return rows.get(id);
    }

    private Compiled figures(Heading.About about) {
        return switch (about.level()) {
            case DISTRICT -> districts.compile(about);
            case REGENCY -> regencies.compile(about);
            case PROVINCE -> provinces.compile(about);
        };
    }

    private String code() {
        var code = new StringBuilder();
        for (int n = 0; n < GROUPS * 4; n++) {
            code.append(n > 0 && n % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
