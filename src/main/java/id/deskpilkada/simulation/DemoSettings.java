package id.deskpilkada.simulation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo.
 *
 * @param running whether the simulated day plays by itself after start-up
 * @param duration how long the day takes
 * @param seed the same seed gives the same stations, papers and mishaps
 * @param password of everybody in the demo
 * @param districts how many districts take part, from the first; 0 for all
 * @param hands requests that may be under way at once
 * @param fresh whether start-up throws away what an earlier demo left
 */
@ConfigurationProperties("desk.demo")
record DemoSettings(
        @DefaultValue("true") boolean running,
        @DefaultValue("10m") Duration duration,
        @DefaultValue("20241127") long seed,
        String password,
        @DefaultValue("0") int districts,
        @DefaultValue("4") int hands,
        @DefaultValue("false") boolean fresh) {}
