package id.deskpilkada.notification.channel;

import java.time.Duration;

/**
 * How long and how often a channel is tried.
 *
 * @param call after which an attempt is given up
 * @param attempts in all
 * @param first wait before the second attempt; each further one is twice as long
 * @param longest wait
 */
public record Patience(Duration call, int attempts, Duration first, Duration longest) {

    /** @param failed attempts so far, from 1 */
    public Duration waitAfter(int failed) {
        var wait = first.multipliedBy(1L << Math.min(Math.max(failed - 1, 0), 20));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
