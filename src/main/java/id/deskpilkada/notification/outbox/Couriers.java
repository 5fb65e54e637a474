package id.deskpilkada.notification.outbox;

import id.deskpilkada.notification.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** This node's threads that work off the outbox: some for each channel, so that none waits for another's gateway, and one that tells the features. */
@Component
public class Couriers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Couriers.class);

    private final Courier courier;
    private final Announcer announcer;
    private final ReadyChannels channels;
    private final Bell bell;
    private final OutboxSettings settings;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

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

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public synchronized void start() {
        running = true;
        for (Channel channel : channels.all()) {
            int count = channel.code() == id.deskpilkada.notification.ChannelCode.NOWHERE ? 1 : settings.workers();
            for (int number = 1; number <= count; number++) {
                employ(
                        "courier-" + channel.code().name().toLowerCase(java.util.Locale.ROOT) + "-" + number,
                        () -> courier.next(channel));
            }
        }
        employ("message-announcer", announcer::next);
    }

    private void employ(String name, Work work) {
        var thread = new Thread(() -> work(work), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void work(Work work) {
        while (running) {
            long heard = bell.heard();
            long rest = settings.poll().toMillis();
            try {
                while (running && work.next()) {
                    log.trace("Worked off one");
                }
            } catch (RuntimeException e) {
                log.warn("The outbox cannot be worked off now: {}", e.toString());
            }
            try {
                bell.await(heard, rest);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Lets each courier finish the message it is at. */
    @Override
    public synchronized void stop() {
        running = false;
        bell.ring();
        for (var thread : threads) {
            try {
                thread.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private interface Work {
        boolean next();
    }
}
