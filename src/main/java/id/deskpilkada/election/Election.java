package id.deskpilkada.election;

import id.deskpilkada.platform.Problem;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An election with its races and rounds. What the first round started with stays: its day, law, races and their regions. */
@Entity
class Election {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String code;
    private String name;
    private LocalDate date;

    @Enumerated(EnumType.STRING)
    private Law law;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "election_id", nullable = false, updatable = false)
    @OrderBy("id")
    private List<Race> races = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "election_id", nullable = false, updatable = false)
    @OrderBy("id")
    private List<Round> rounds = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Election() {}

    @SuppressWarnings("NullAway.Init")
    Election(ElectionDraft draft) {
        this.code = draft.code();
        this.date = draft.date();
        this.law = draft.law();
    }

    /** Takes over what set-up wants. Rounds are kept when it names none. */
    void follow(ElectionDraft draft) {
        boolean started = rounds.stream().anyMatch(Round::started);
        if (started && !(date.equals(draft.date()) && law == draft.law())) {
            throw Problem.conflict("FIXED_AFTER_START", code);
        }
        name = draft.name();
        date = draft.date();
        law = draft.law();
        followRaces(draft.races(), started);
        List<ElectionDraft.RoundDraft> wanted = draft.rounds();
        if (wanted != null) {
            followRounds(wanted);
        } else if (rounds.isEmpty()) {
            rounds.add(new Round("R1", RoundKind.REGULAR));
        }
    }

    private void followRaces(List<ElectionDraft.RaceDraft> drafts, boolean started) {
        List<Race> kept = new ArrayList<>();
        for (ElectionDraft.RaceDraft draft : drafts) {
            Optional<Race> known = races.stream()
                    .filter(race -> race.code().equals(draft.kind().name()))
                    .findFirst();
            if (started && !known.map(race -> race.heldIn(draft.regionCode())).orElse(false)) {
                throw Problem.conflict("FIXED_AFTER_START", code);
            }
            Race race = known.orElseGet(() -> new Race(draft.kind().name()));
            race.follow(draft);
            kept.add(race);
        }
        if (started && kept.size() < races.size()) {
            throw Problem.conflict("FIXED_AFTER_START", code);
        }
        races.retainAll(kept);
        kept.stream().filter(race -> !races.contains(race)).forEach(races::add);
    }

    private void followRounds(List<ElectionDraft.RoundDraft> drafts) {
        List<Round> kept = new ArrayList<>();
        for (ElectionDraft.RoundDraft draft : drafts) {
            Round round = round(draft.code()).orElseGet(() -> new Round(draft.code(), draft.kind()));
            round.follow(draft);
            kept.add(round);
        }
        rounds.stream()
                .filter(round -> round.decided() && !kept.contains(round))
                .forEach(kept::add);
        rounds.stream()
                .filter(round -> !kept.contains(round) && round.started())
                .findFirst()
                .ifPresent(round -> {
                    throw Problem.conflict("ROUND_FIXED", round.code());
                });
        rounds.retainAll(kept);
        kept.stream().filter(round -> !rounds.contains(round)).forEach(rounds::add);
    }

    /** A round that a decision opens gets the next free number of its kind: {@code PSU-1}, {@code PSU-2}. */
    Round open(RoundKind kind, LocalDate day, @Nullable List<String> tps) {
        int number = 1;
        while (round(kind.letters() + "-" + number).isPresent()) {
            number++;
        }
        var opened = Round.decided(new ElectionDraft.RoundDraft(kind.letters() + "-" + number, kind, day, tps));
        rounds.add(opened);
        return opened;
    }

    /** A practice is no matter of set-up either, so that no later set-up takes it away. */
    void practise(String roundCode, LocalDate day) {
        rounds.add(Round.decided(new ElectionDraft.RoundDraft(roundCode, RoundKind.REHEARSAL, day, null)));
    }

    Optional<Round> round(String roundCode) {
        return rounds.stream().filter(round -> round.code().equals(roundCode)).findFirst();
    }

    List<Round> rounds() {
        return List.copyOf(rounds);
    }

    List<Race> races() {
        return List.copyOf(races);
    }

    LocalDate date() {
        return date;
    }

    long id() {
        return Objects.requireNonNull(id);
    }
}
