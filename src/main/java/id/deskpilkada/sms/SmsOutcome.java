package id.deskpilkada.sms;

import org.jspecify.annotations.Nullable;

/**
 * What was made of an SMS.
 *
 * @param area digits of the place that it is about; null leaves that of the installation
 * @param kind of the report that it is
 * @param staffId whose it is; null while nobody knows
 * @param reading in a few words, without numbers of a Form C1
 * @param reason code of why it became no report
 * @param reply to its sender; null for none
 * @param votes whether the reply carries votes
 * @param urgent a call for help
 * @param practice the practice that it was part of; null for what is real
 */
public record SmsOutcome(
        SmsState state,
        @Nullable String area,
        @Nullable String kind,
        @Nullable Long staffId,
        String reading,
        @Nullable String reason,
        @Nullable String reply,
        boolean votes,
        boolean urgent,
        @Nullable Long practice) {

    public static SmsOutcome of(SmsState state, @Nullable String reason, @Nullable String reply) {
        return new SmsOutcome(state, null, null, null, "", reason, reply, false, false, null);
    }

    public SmsOutcome about(@Nullable String place, @Nullable String reportKind, @Nullable Long sender, String read) {
        return new SmsOutcome(state, place, reportKind, sender, read, reason, reply, votes, urgent, practice);
    }

    public SmsOutcome carryingVotes() {
        return new SmsOutcome(state, area, kind, staffId, reading, reason, reply, true, urgent, practice);
    }

    public SmsOutcome urgently() {
        return new SmsOutcome(state, area, kind, staffId, reading, reason, reply, votes, true, practice);
    }

    /** The same message, ended otherwise. */
    public SmsOutcome ending(SmsState otherState, @Nullable String otherReason, @Nullable String otherReply) {
        return new SmsOutcome(
                otherState, area, kind, staffId, reading, otherReason, otherReply, false, urgent, practice);
    }

    /** @param marked the reply as one of a practice */
    public SmsOutcome ofPractice(@Nullable Long round, @Nullable String marked) {
        return new SmsOutcome(state, area, kind, staffId, reading, reason, marked, votes, urgent, round);
    }
}
