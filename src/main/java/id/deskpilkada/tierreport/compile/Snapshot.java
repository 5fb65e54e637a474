package id.deskpilkada.tierreport.compile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a place at one moment, frozen: the one model that every document of a report is made from. Free words of the field are not in it, because they can be erased.
 *
 * @param format of this record, so that old snapshots stay readable
 * @param level DISTRICT or REGENCY
 * @param turnout null before the first slot of the day of voting is due
 * @param situations what was last said of villages and districts, by code
 * @param races with votes on both bases
 * @param districts of a regency what it is made of; empty for a district
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Snapshot(
        int format,
        String disclaimer,
        String level,
        Named election,
        String round,
        LocalDate day,
        String slot,
        OffsetDateTime slotDueAt,
        boolean requiresSignature,
        Named region,
        @Nullable Named parent,
        int version,
        OffsetDateTime frozenAt,
        Ledger ledger,
        int stations,
        List<Reports> reports,
        Readiness readiness,
        Voting voting,
        @Nullable Turnout turnout,
        List<Situation> situations,
        Incidents incidents,
        List<Race> races,
        List<District> districts) {

    public static final int FORMAT = 1;

    /** @param code dotted for a region */
    public record Named(String code, String name) {}

    /**
     * @param seq the last report of the ledger
     * @param waiting reports of the place up to there that were stored and not handled yet
     * @param heads the last links of the chains, as {@code 36.04.05 ledger 17 7f3a-91c2-04be-d1a8}
     */
    public record Ledger(long seq, int waiting, List<String> heads) {}

    /**
     * Always expected = received + late + missing + excused.
     *
     * @param race null where the kind knows no race
     * @param missingStations codes; empty for a regency, whose districts name them
     * @param dueLater until when what is missing may still come in time; null once it is overdue
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reports(
            String kind,
            String slot,
            @Nullable String race,
            int expected,
            int received,
            int late,
            int missing,
            int excused,
            List<String> missingStations,
            List<Excuse> excuses,
            @Nullable OffsetDateTime dueLater) {

        /** Whether what is missing is late; what is not due yet alarms nobody. */
        public boolean overdue() {
            return dueLater == null;
        }
    }

    public record Excuse(String tps, String reason) {}

    public record Readiness(int stations, int unchecked, int ready, int conditional, int notReady) {}

    /** TPS by how they stood. */
    public record Voting(
            int opened, int openedLate, int closed, int halted, int calm, int attention, int unrest, int held) {}

    /**
     * @param slot of the day of voting that it is of
     * @param stations TPS whose figure counts; held ones do not
     * @param votersListed voters of the TPS that have a list, and {@code listed} how many those lists name
     * @param percent of the lists, one decimal; null without lists
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Turnout(
            String slot,
            int stations,
            long voters,
            long votersListed,
            long listed,
            int held,
            @Nullable BigDecimal percent) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Situation(
            String code,
            String name,
            String slot,
            String security,
            @Nullable String weather,
            @Nullable String power,
            OffsetDateTime at) {}

    public record Incidents(int open, int closed, int halted, int hurt, List<Incident> list) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Incident(
            String number,
            String category,
            int severity,
            String state,
            String place,
            boolean votingHalted,
            @Nullable Integer hurt,
            OffsetDateTime observedAt,
            OffsetDateTime reportedAt,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable OffsetDateTime endedAt) {}

    /**
     * @param expected TPS that vote on it; received of them with a form, of which held and verified are parts
     * @param receivedPercent coverage, one decimal; {@code verifiedPercent} likewise
     * @param byReceived the votes of all forms that are not held; {@code byVerified} those of compared forms
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Race(
            String code,
            String name,
            int expected,
            int received,
            int held,
            int verified,
            @Nullable BigDecimal receivedPercent,
            @Nullable BigDecimal verifiedPercent,
            @Nullable Votes byReceived,
            @Nullable Votes byVerified) {

        /** Without the votes, for who may not know them. */
        Race withheld() {
            return new Race(
                    code, name, expected, received, held, verified, receivedPercent, verifiedPercent, null, null);
        }
    }

    /** @param counted forms whose figures are in the sums */
    public record Votes(
            int counted,
            List<Candidate> candidates,
            long validVotes,
            long invalidVotes,
            long dptTotal,
            long votersTotal) {}

    public record Candidate(int ballotNumber, String name, long votes) {}

    /**
     * A part of a regency's report.
     *
     * @param report code of the district's report; null when there is none
     * @param state SEALED, AUTOMATIC, RETURNED or UNSEALED; MISSING without a report
     * @param remarks what the head of the district added when sealing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record District(
            Named region,
            @Nullable String report,
            @Nullable Integer version,
            @Nullable String digest,
            String state,
            @Nullable String remarks) {}

    /** The same without any votes. */
    public Snapshot withheld() {
        return new Snapshot(
                format,
                disclaimer,
                level,
                election,
                round,
                day,
                slot,
                slotDueAt,
                requiresSignature,
                region,
                parent,
                version,
                frozenAt,
                ledger,
                stations,
                reports,
                readiness,
                voting,
                turnout,
                situations,
                incidents,
                races.stream().map(Race::withheld).toList(),
                districts);
    }
}
