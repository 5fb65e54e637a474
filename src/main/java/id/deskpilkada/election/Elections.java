package id.deskpilkada.election;

import id.deskpilkada.platform.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What every other module asks about elections: rounds, races, polling stations, voter lists and the schedule. Answers may be some seconds old. */
@Service
public class Elections {

    private final RoundQueries rounds;
    private final StationQueries stations;
    private final MeantRound meant;
    private final ElectionCache cache;

    Elections(RoundQueries rounds, StationQueries stations, MeantRound meant, ElectionCache cache) {
        this.rounds = rounds;
        this.stations = stations;
        this.meant = meant;
        this.cache = cache;
    }

    /**
     * The round a caller means. Without names it is the one active round (started, not closed); an election alone means its active round, or else its only one.
     *
     * @throws Problem 422 {@code ELECTION_REQUIRED} when that is none or several, {@code UNKNOWN_ELECTION}, {@code UNKNOWN_ROUND}
     */
    public RoundRef round(@Nullable String election, @Nullable String round) {
        String wantedElection = blankToNull(election);
        String wantedRound = blankToNull(round);
        return cache.get(
                List.of("round", "" + wantedElection, "" + wantedRound),
                () -> meant.round(wantedElection, wantedRound));
    }

    /**
     * The round of just these names, also when several are active.
     *
     * @throws Problem 404 {@code UNKNOWN_ELECTION}, {@code UNKNOWN_ROUND}
     */
    public RoundRef named(String election, String round) {
        return rounds
                .ofElection(
                        rounds.electionId(election).orElseThrow(() -> Problem.notFound("UNKNOWN_ELECTION", election)))
                .stream()
                .filter(ref -> ref.code().equals(round))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_ROUND", round));
    }

    /** All elections, the latest day first. */
    public List<ElectionRef> all() {
        return rounds.elections();
    }

    /** The rounds of an election in the order they were set up. */
    public List<RoundRef> rounds(long electionId) {
        return rounds.ofElection(electionId);
    }

    /** The TPS that a round names; empty when it holds every TPS of its election. */
    public Optional<List<String>> namedStations(long roundId) {
        return stations.named(roundId);
    }

    /** @throws Problem 422 {@code UNKNOWN_ROUND} */
    public RoundRef round(long id) {
        return cache.get(List.of("round", id), () -> rounds.byId(id)
                .orElseThrow(() -> Problem.unprocessable("UNKNOWN_ROUND", Long.toString(id))));
    }

    /** Every round that is started and not closed, practice after all the real ones. */
    public List<RoundRef> startedRounds() {
        return cache.get("started rounds", () -> rounds.all().stream()
                .filter(r -> r.phase().active())
                .sorted(Comparator.comparing(RoundRef::rehearsal))
                .toList());
    }

    /** As {@link #startedRounds()}, without practice unless nothing else runs: what is summed over rounds or opened unasked. */
    public List<RoundRef> roundsThatCount() {
        return MeantRound.realIfAny(startedRounds());
    }

    /** Whether a round is a practice; not so for one that is not known. */
    public boolean isPractice(long roundId) {
        return practices().stream().anyMatch(round -> round.id() == roundId);
    }

    /** Whether a case belongs to a practice. @param businessKey of a round, or one that begins with it */
    public boolean isPractice(String businessKey) {
        return practices().stream()
                .map(RoundRef::businessKey)
                .anyMatch(key -> businessKey.equals(key) || businessKey.startsWith(key + "/"));
    }

    private List<RoundRef> practices() {
        return cache.get(
                "practice",
                () -> rounds.all().stream().filter(RoundRef::rehearsal).toList());
    }

    /** The rounds that have something to show: the active ones first, then those that were closed, the latest first; practice after the real ones. */
    public List<RoundRef> shownRounds() {
        return cache.get("shown rounds", () -> rounds.all().stream()
                .filter(r -> r.phase() != RoundPhase.PREPARED)
                .sorted(Comparator.comparing((RoundRef r) -> !r.phase().active())
                        .thenComparing(RoundRef::rehearsal)
                        .thenComparing(Comparator.comparingLong(RoundRef::id).reversed()))
                .toList());
    }

    /**
     * The election that set-up means: the named one, else the one with an active round, else the only one there is.
     *
     * @throws Problem 422 {@code ELECTION_REQUIRED}, {@code UNKNOWN_ELECTION}
     */
    public long electionId(@Nullable String election) {
        return meant.electionId(blankToNull(election), roundsThatCount());
    }

    /** The races of an election in the order they were set up. */
    public List<RaceRef> races(long electionId) {
        return cache.get(List.of("races", electionId), () -> rounds.races(electionId));
    }

    /** @throws Problem 422 {@code UNKNOWN_RACE} */
    public RaceRef race(long electionId, String code) {
        return races(electionId).stream()
                .filter(race -> race.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("UNKNOWN_RACE", code));
    }

    /** @throws Problem 422 {@code UNKNOWN_RACE} */
    public RaceRef race(long raceId) {
        return cache.get(List.of("race", raceId), () -> rounds.electionOfRace(raceId)
                .flatMap(election -> races(election).stream()
                        .filter(race -> race.id() == raceId)
                        .findFirst())
                .orElseThrow(() -> Problem.unprocessable("UNKNOWN_RACE", Long.toString(raceId))));
    }

    /** Empty when the round has no such polling station. */
    public Optional<StationRef> station(RoundRef round, String tps) {
        return cache.get(List.of("station", round.id(), tps), () -> stations.find(round.id(), tps));
    }

    /** The polling stations of a round inside an area (digits; all of them for an empty text), by code. */
    public List<StationRef> stations(RoundRef round, String areaPrefix) {
        return stations.inside(round.id(), areaPrefix);
    }

    /** The districts in which a round has polling stations, as digits, by code. */
    public List<String> districts(RoundRef round) {
        return cache.get(List.of("districts", round.id()), () -> stations.districts(round.id()));
    }

    /** How many polling stations of a round inside an area vote on a race. */
    public int expected(RoundRef round, RaceRef race, String area) {
        return cache.get(
                List.of("expected", round.id(), race.id(), area),
                () -> stations.count(round.id(), race.regionCode(), area));
    }

    /** How many polling stations of a round inside an area vote on a race, by the first digits of their codes; places without any are absent. */
    public Map<String, Integer> expected(RoundRef round, RaceRef race, String area, int digits) {
        return cache.get(
                List.of("expected", round.id(), race.id(), area, digits),
                () -> stations.counts(round.id(), race.regionCode(), area, digits));
    }

    public Optional<VoterListRef> voterList(long raceId, String tps) {
        return cache.get(List.of("voters", raceId, tps), () -> stations.voterList(raceId, tps));
    }

    /** How many voters are on the lists of a race inside an area (digits), by TPS; stations without a list are absent. */
    public Map<String, Integer> voterTotals(long raceId, String area) {
        return cache.get(List.of("voter totals", raceId, area), () -> stations.voterTotals(raceId, area));
    }

    /**
     * A slot of a round's schedule. There is one for C1, whatever it is called.
     *
     * @throws Problem 422 {@code UNKNOWN_SLOT}
     */
    public SlotRef slot(long roundId, String kind, String slot) {
        return slots(roundId).stream()
                .filter(s -> s.kind().equals(kind)
                        && (s.slot().equals(slot) || s.kind().equals(DefaultSchedule.C1)))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("UNKNOWN_SLOT", slot));
    }

    /** The schedule of a round, in the order in which its slots are due. */
    public List<SlotRef> slots(long roundId) {
        return cache.get(List.of("slots", roundId), () -> rounds.slots(roundId));
    }

    /** When the polls close and counting begins, as the schedule says at this moment: the opening of the slot for C1. */
    Instant countingOpensAt(long roundId) {
        return rounds.slots(roundId).stream()
                .filter(slot -> slot.kind().equals(DefaultSchedule.C1))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("UNKNOWN_SLOT", DefaultSchedule.C1))
                .opensAt();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
