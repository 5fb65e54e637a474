package id.deskpilkada.c1.written;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one Form C1 exactly as written on the paper: null is a blank, and nothing needs to add up. Its JSON is the {@code data} of a C1 report without
 * photos. Two are equal when the same numbers are written, whichever sheet they were copied from; a blank and an absent candidate are the same.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record C1Data(
        @Nullable C1Source form,
        Sexes dpt,
        Voters voters,
        Ballots ballots,
        Sexes disabledVoters,
        SortedMap<Integer, @Nullable Integer> votes,
        @Nullable Integer validVotes,
        @Nullable Integer invalidVotes,
        @Nullable Integer totalVotes) {

    public C1Data {
        dpt = dpt == null ? Sexes.BLANK : dpt;
        voters = voters == null ? Voters.BLANK : voters;
        ballots = ballots == null ? Ballots.BLANK : ballots;
        disabledVoters = disabledVoters == null ? Sexes.BLANK : disabledVoters;
        votes = Collections.unmodifiableSortedMap(votes == null ? new TreeMap<>() : new TreeMap<>(votes));
    }

    /** A line with the columns L, P and L+P. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Sexes(@Nullable Integer male, @Nullable Integer female, @Nullable Integer total) {

        static final Sexes BLANK = new Sexes(null, null, null);
    }

    /** Section I.B: {@code movedIn} is DPPh in Pilkada and DPTb in Pemilu, {@code unlisted} is DPTb in Pilkada and DPK in Pemilu. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Voters(Sexes listed, Sexes movedIn, Sexes unlisted, Sexes total) {

        static final Voters BLANK = new Voters(Sexes.BLANK, Sexes.BLANK, Sexes.BLANK, Sexes.BLANK);

        public Voters {
            listed = listed == null ? Sexes.BLANK : listed;
            movedIn = movedIn == null ? Sexes.BLANK : movedIn;
            unlisted = unlisted == null ? Sexes.BLANK : unlisted;
            total = total == null ? Sexes.BLANK : total;
        }
    }

    /** Section II: {@code spoiled} were returned as spoiled or wrongly punched. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Ballots(
            @Nullable Integer received, @Nullable Integer used, @Nullable Integer spoiled, @Nullable Integer unused) {

        static final Ballots BLANK = new Ballots(null, null, null, null);
    }

    /** A form on which nothing is written. */
    public static C1Data blank() {
        return new C1Data(
                null, Sexes.BLANK, Voters.BLANK, Ballots.BLANK, Sexes.BLANK, new TreeMap<>(), null, null, null);
    }

    /** Dotted paths of every number in the order of the form, e.g. {@code voters.listed.male}, {@code votes.1}. */
    public static List<String> fieldPaths(Collection<Integer> ballotNumbers) {
        return C1Fields.all(ballotNumbers);
    }

    /**
     * The number at a dotted path; null when it is blank.
     *
     * @throws IllegalArgumentException when no such field is on the form
     */
    public @Nullable Integer field(String path) {
        return C1Fields.read(this, path);
    }

    @JsonIgnore
    public boolean isBlank() {
        return C1Fields.all(votes.keySet()).stream().allMatch(path -> field(path) == null);
    }

    /** Whether every number that is written here is written there too. */
    public boolean saysNoMoreThan(C1Data other) {
        return C1Fields.all(C1Fields.ballotNumbers(this, other)).stream()
                .allMatch(path -> field(path) == null || Objects.equals(field(path), other.field(path)));
    }

    /** Paths of the numbers that differ, in the order of the form. */
    public List<String> differingFields(C1Data other) {
        return C1Fields.all(C1Fields.ballotNumbers(this, other)).stream()
                .filter(path -> !Objects.equals(field(path), other.field(path)))
                .toList();
    }

    /** Whether sections IV and V hold the same numbers. */
    public boolean sameVotesAs(C1Data other) {
        return C1Fields.sectionsFourAndFive(C1Fields.ballotNumbers(this, other)).stream()
                .allMatch(path -> Objects.equals(field(path), other.field(path)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof C1Data that && differingFields(that).isEmpty();
    }

    @Override
    public int hashCode() {
        var written = new TreeMap<>(votes);
        written.values().removeIf(Objects::isNull);
        return Objects.hash(dpt, voters, ballots, disabledVoters, written, validVotes, invalidVotes, totalVotes);
    }
}
