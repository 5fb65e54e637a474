package id.deskpilkada.notification.outbox;

import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.platform.Crew;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This node's threads that work off the outbox: some for each channel, so that none waits for another's gateway, and one that tells the features. */
@Configuration(proxyBeanMethods = false)
public class Couriers {

    private final Courier courier;
    private final Announcer announcer;
    private final ReadyChannels channels;
    private final Bell bell;
    private final OutboxSettings settings;

    Couriers(Courier courier, Announcer announcer, ReadyChannels channels, Bell bell, OutboxSettings settings) {
        this.courier = courier;
        this.announcer = announcer;
        this.channels = channels;
        this.bell = bell;
        this.settings = settings;
    }

    /** Carries all that can go now, in the caller's thread, and tells the features; how many attempts that were. */
    public int drain() {
        var attempts = 0;
        boolean more = true;
        while (more) {
            more = false;
            for (var channel : channels.all()) {
                while (courier.next(channel)) {
                    attempts++;
                    more = true;
                }
            }
            while (announcer.next()) {
                more = true;
            }
        }
        return attempts;
    }

    @Bean
    Crew messageCouriers() {
        var crew = new Crew("The outbox", settings.enabled(), settings.poll(), settings.poll());
        for (var channel : channels.all()) {
            int count = channel.code() == ChannelCode.NOWHERE ? 1 : settings.workers();
            for (int number = 1; number <= count; number++) {
                var name = "courier-" + channel.code().name().toLowerCase(Locale.ROOT) + "-" + number;
                employ(crew, name, () -> courier.next(channel));
            }
        }
        employ(crew, "message-announcer", announcer::next);
        return crew;
    }

    private void employ(Crew crew, String name, BooleanSupplier next) {
        var ear = new Ear(bell);
        crew.with(name, () -> ear.next(next), ear);
    }

    /** Misses no ring while it is at a message. */
    private static final class Ear implements Crew.Bell {

        private final Bell bell;
        private long heard;

        Ear(Bell bell) {
            this.bell = bell;
        }

        boolean next(BooleanSupplier work) {
            heard = bell.heard();
            return work.getAsBoolean();
        }

        @Override
        public void ring() {
            bell.ring();
        }

        @Override
        public void await(long millis) throws InterruptedException {
            bell.await(heard, millis);
        }
    }
}
