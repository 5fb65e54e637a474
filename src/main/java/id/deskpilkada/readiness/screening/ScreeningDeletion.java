package id.deskpilkada.readiness.screening;

import id.deskpilkada.election.ElectionRef;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.retention.Retained;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases an election's screenings, its officers and its check-ins of the day: on the day that was set for it, else a while after its last day of voting (UU 27/2022, articles 43
 * and 44). The nightly work of erasure calls it.
 */
@Component
class ScreeningDeletion implements Retained {

    private static final int LATEST_DAYS = 365;

    private final JdbcClient jdbc;
    private final Elections elections;
    private final Regions regions;
    private final DeskSettings installation;
    private final ScreeningSettings settings;

    ScreeningDeletion(
            JdbcClient jdbc,
            Elections elections,
            Regions regions,
            DeskSettings installation,
            ScreeningSettings settings) {
        this.jdbc = jdbc;
        this.elections = elections;
        this.regions = regions;
        this.installation = installation;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return "SCREENING";
    }

    @Override
    public Period period() {
        return settings.keep();
    }

    /** The day on which an election's data goes. */
    @Transactional(readOnly = true)
    public LocalDate day(ElectionRef election) {
        return jdbc.sql("SELECT erase_on FROM screening_deletion WHERE election_id = ?")
                .param(election.id())
                .query(LocalDate.class)
                .optional()
                .orElseGet(() -> lastVoting(election).plus(settings.keep()));
    }

    /** @throws Problem 403, 422 {@code ERASE_ON_RANGE} before the last day of voting or more than a year after it */
    @Transactional
    public void set(ElectionRef election, LocalDate day, Actor actor) {
        actor.require(Permission.SET_SCREENING_DELETION, installation.regency());
        var voting = lastVoting(election);
        if (!day.isAfter(voting) || day.isAfter(voting.plusDays(LATEST_DAYS))) {
            throw Problem.unprocessable(
                    "ERASE_ON_RANGE",
                    voting.plusDays(1).toString(),
                    voting.plusDays(LATEST_DAYS).toString());
        }
        jdbc.sql(
                        """
                        INSERT INTO screening_deletion (election_id, erase_on, set_by) VALUES (?, ?, ?)
                        ON CONFLICT (election_id) DO UPDATE SET erase_on = excluded.erase_on, set_by = excluded.set_by
                        """)
                .params(election.id(), day, actor.id())
                .update();
    }

    private LocalDate lastVoting(ElectionRef election) {
        return elections.rounds(election.id()).stream()
                .map(RoundRef::date)
                .max(Comparator.naturalOrder())
                .orElse(election.date());
    }

    /** When its time began to count, so that its end is the day of erasure. */
    private Instant since(ElectionRef election) {
        return day(election)
                .atStartOfDay(regions.zone())
                .toInstant()
                .atOffset(ZoneOffset.UTC)
                .minus(settings.keep())
                .toInstant();
    }

    private Long[] over(Instant before) {
        return elections.all().stream()
                .filter(election -> since(election).isBefore(before))
                .map(ElectionRef::id)
                .toArray(Long[]::new);
    }

    @Override
    public long due(Instant before) {
        return held(over(before));
    }

    private long held(Long[] electionIds) {
        return jdbc.sql(
                        """
                        SELECT (SELECT count(*) FROM officer WHERE election_id = ANY (:ids))
                             + (SELECT count(*) FROM duty_checkin d JOIN round r ON r.id = d.round_id WHERE r.election_id = ANY (:ids))
                        """)
                .param("ids", electionIds)
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Instant> oldest() {
        return elections.all().stream()
                .filter(election -> held(new Long[] {election.id()}) > 0)
                .map(this::since)
                .min(Comparator.naturalOrder());
    }

    @Override
    public long erase(Instant before, int most) {
        var ids = over(before);
        var gone = 0L;
        for (var statement : List.of(
                "DELETE FROM officer WHERE id IN (SELECT id FROM officer WHERE election_id = ANY (:ids) LIMIT :most)",
                """
                DELETE FROM duty_checkin WHERE id IN (
                  SELECT d.id FROM duty_checkin d JOIN round r ON r.id = d.round_id WHERE r.election_id = ANY (:ids) LIMIT :most)
                """)) {
            gone += jdbc.sql(statement)
                    .param("ids", ids)
                    .param("most", most - gone)
                    .update();
        }
        return gone;
    }
}
