package id.deskpilkada.expectation.late;

import id.deskpilkada.election.RoundPreparation;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.ReportKind;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of each round and kind, as data: copied from the settings when the round is prepared and changed while it runs. */
@Component
class LateSteps implements RoundPreparation {

    /** The kinds that are expected and therefore can be late. */
    static final List<ReportKind> KINDS = List.of(ReportKind.READINESS, ReportKind.VOTING, ReportKind.C1);

    private final JdbcClient jdbc;
    private final LateSettings settings;

    LateSteps(JdbcClient jdbc, LateSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public void prepare(RoundRef round) {
        KINDS.forEach(kind -> write(round.id(), kind, settings.of(kind), "DO NOTHING"));
    }

    void set(long roundId, ReportKind kind, Steps steps) {
        write(roundId, kind, steps, "DO UPDATE SET after_seconds = excluded.after_seconds");
    }

    /** A round that was prepared before there were steps follows the settings. */
    Steps of(long roundId, ReportKind kind) {
        var steps = new Steps[] {settings.of(kind)};
        jdbc.sql("SELECT addressee, after_seconds FROM late_step WHERE round_id = ? AND kind = ?")
                .params(roundId, kind.name())
                .query(row -> {
                    steps[0] = steps[0].with(
                            Addressee.valueOf(row.getString("addressee")),
                            Duration.ofSeconds(row.getLong("after_seconds")));
                });
        return steps[0];
    }

    private void write(long roundId, ReportKind kind, Steps steps, String otherwise) {
        for (var addressee : Addressee.values()) {
            jdbc.sql(
                            "INSERT INTO late_step (round_id, kind, position, after_seconds, addressee) VALUES (?, ?, ?, ?, ?) ON CONFLICT (round_id, kind, position) "
                                    + otherwise)
                    .params(roundId, kind.name(), addressee.ordinal() + 1)
                    .params(steps.after(addressee).toSeconds(), addressee.name())
                    .update();
        }
    }
}
