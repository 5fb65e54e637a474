package id.deskpilkada.election;

import id.deskpilkada.platform.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates and changes elections. */
@Service
public class ElectionSetup {

    private final ElectionRepository elections;
    private final RoundQueries rounds;
    private final Schedules schedules;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ElectionSetup(
            ElectionRepository elections,
            RoundQueries rounds,
            Schedules schedules,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.elections = elections;
        this.rounds = rounds;
        this.schedules = schedules;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Makes the election what the draft says; the same draft again changes nothing. Without a schedule, rounds that are prepared get the default one and running ones keep theirs.
     *
     * @return whether the election is new
     * @throws Problem 409 {@code FIXED_AFTER_START}, {@code ROUND_FIXED}, {@code RACE_IN_USE}
     */
    @Transactional
    public boolean put(ElectionDraft draft) {
        oneSetUpAtATime();
        var known = elections.findByCode(draft.code());
        Election election = known.orElseGet(() -> new Election(draft));
        events.publishEvent(new ElectionDataChanged(known.map(Election::id).orElse(0L)));
        List<Race> before = election.races();
        List<Round> roundsBefore = election.rounds();
        election.follow(draft);
        before.stream().filter(race -> !election.races().contains(race)).forEach(this::requireUnused);
        roundsBefore.stream()
                .filter(round -> !election.rounds().contains(round))
                .forEach(round -> schedules.clear(Objects.requireNonNull(round.id())));
        schedule(elections.saveAndFlush(election), draft.schedule());
        return known.isEmpty();
    }

    /**
     * Adds the round that a decision of KPU opens, with the default schedule of its day, as far as that is not over, unless another one is given.
     *
     * @param tps null for all TPS of the election
     */
    @Transactional
    public RoundRef open(
            long electionId, RoundKind kind, LocalDate day, @Nullable List<String> tps, @Nullable List<SlotRef> slots) {
        oneSetUpAtATime();
        events.publishEvent(new ElectionDataChanged(electionId));
        Election election = elections.findById(electionId).orElseThrow();
        Round opened = election.open(kind, day, tps);
        elections.saveAndFlush(election);
        long id = Objects.requireNonNull(
                election.round(opened.code()).orElseThrow().id());
        schedules.set(id, slots == null ? schedules.ahead(day) : slots, day);
        return rounds.byId(id).orElseThrow();
    }

    /** Adds a practice under a code that nothing has had, with the given schedule. */
    @Transactional
    public RoundRef openPractice(long electionId, String code, LocalDate day, List<SlotRef> slots) {
        oneSetUpAtATime();
        events.publishEvent(new ElectionDataChanged(electionId));
        Election election = elections.findById(electionId).orElseThrow();
        election.practise(code, day);
        elections.saveAndFlush(election);
        long id = Objects.requireNonNull(election.round(code).orElseThrow().id());
        schedules.set(id, slots, day);
        return rounds.byId(id).orElseThrow();
    }

    /** The slots of the day itself as they are by default: what people practise. */
    public List<SlotRef> slotsOf(LocalDate day) {
        return schedules.ofTheDay(day);
    }

    /** Changes the schedule of a round that is not closed; a running one moves its timers. */
    @Transactional
    public void reschedule(long roundId, List<SlotRef> slots) {
        RoundRef round =
                rounds.byId(roundId).orElseThrow(() -> Problem.unprocessable("UNKNOWN_ROUND", Long.toString(roundId)));
        jdbc.sql("SELECT id FROM round WHERE id = ? FOR NO KEY UPDATE")
                .param(roundId)
                .query(Long.class)
                .single();
        if (round.phase() == RoundPhase.CLOSED) {
            throw Problem.conflict("ROUND_CLOSED", round.code());
        }
        events.publishEvent(new ElectionDataChanged(round.electionId()));
        if (schedules.set(roundId, slots, round.date())) {
            events.publishEvent(new ScheduleChanged(round));
        }
    }

    private void schedule(Election election, @Nullable List<SlotRef> wanted) {
        for (Round round : election.rounds()) {
            long id = Objects.requireNonNull(round.id());
            if (round.decided()) {
                continue;
            }
            if (!round.started()) {
                schedules.set(id, wanted, round.dateOr(election.date()));
            } else if (wanted != null && round.phase() != RoundPhase.CLOSED) {
                reschedule(id, wanted);
            }
        }
    }

    private void requireUnused(Race race) {
        boolean used = jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM candidate WHERE race_id = :id) OR EXISTS (SELECT 1 FROM voter_list WHERE race_id = :id)")
                .param("id", race.id())
                .query(Boolean.class)
                .single();
        if (used) {
            throw Problem.conflict("RACE_IN_USE", race.code());
        }
    }

    private void oneSetUpAtATime() {
        jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('desk election set-up'))) AS locked")
                .query(Integer.class)
                .single();
    }
}
