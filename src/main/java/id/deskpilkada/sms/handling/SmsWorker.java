package id.deskpilkada.sms.handling;

import id.deskpilkada.sms.SmsBell;
import id.deskpilkada.sms.SmsSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** This node's thread that works off SMS as long as there are any, then waits for the next one. */
@Component
class SmsWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SmsWorker.class);

    private final SmsHandling handling;
    private final SmsBell bell;
    private final SmsSettings settings;
    private @Nullable Thread thread;
    private volatile boolean running;

    SmsWorker(SmsHandling handling, SmsBell bell, SmsSettings settings) {
        this.handling = handling;
        this.bell = bell;
        this.settings = settings;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public synchronized void start() {
        running = true;
        var worker = new Thread(this::work, "sms");
        worker.setDaemon(true);
        worker.start();
        thread = worker;
    }

    private void work() {
        while (running) {
            try {
                while (running && handling.next()) {
                    log.trace("Handled an SMS");
                }
                bell.await(settings.poll().toMillis());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("SMS cannot be worked off now: {}", String.valueOf(e.getMessage()));
                rest();
            }
        }
    }

    private void rest() {
        try {
            bell.await(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        bell.ring();
        var worker = thread;
        if (worker != null) {
            try {
                worker.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
