package id.deskpilkada.dashboard.day;

import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundStage;
import org.jspecify.annotations.Nullable;

/**
 * Where the day is.
 *
 * @param words message key that says it in a few words
 * @param next what comes next; null when the schedule has nothing more
 * @param stage finer than the phase
 */
public record Moment(RoundPhase phase, String words, @Nullable Gate next, RoundStage stage) {}
