package id.deskpilkada.c1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.c1.written.C1DataFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Forms of one polling station after the other, handed in over HTTP at a steady rate by the first administrator. */
final class SteadyReports {

    private static final String BY_PHONE =
            ", \"source\": \"PHONE\", \"onBehalfOf\": \"uji\", \"election\": \"uji\", \"round\": \"R1\"";

    /** @param acknowledged when the answer was there @param took from sending to the answer */
    record Sent(Instant acknowledged, Duration took, int status) {}

    private final DeskClient client;
    private final AtomicInteger next = new AtomicInteger();

    SteadyReports(int port) {
        this.client = new DeskClient(port, "admin", "rahasia-admin-uji");
    }

    /** Returns when all are answered, in the order of their answers. */
    List<Sent> send(int count, int perSecond) throws InterruptedException {
        Queue<Sent> sent = new ConcurrentLinkedQueue<>();
        var left = new CountDownLatch(count);
        var begun = new AtomicInteger();
        var pool = Executors.newScheduledThreadPool(4);
        pool.scheduleAtFixedRate(
                () -> pool.execute(() -> {
                    if (begun.getAndIncrement() < count) {
                        sent.add(one());
                        left.countDown();
                    }
                }),
                0,
                1_000_000 / perSecond,
                TimeUnit.MICROSECONDS);
        left.await();
        pool.shutdownNow();
        return List.copyOf(sent);
    }

    private Sent one() {
        int number = next.getAndIncrement();
        var before = Instant.now();
        var answer = client.reportC1(UUID.randomUUID(), "BUPATI", C1Scenario.station(number), form(number), BY_PHONE);
        var after = Instant.now();
        return new Sent(after, Duration.between(before, after), answer.status());
    }

    private static ObjectNode form(int number) {
        var data = C1DataFixture.cleanJson();
        data.withObject("/votes").put("1", number % 200).put("2", 210 - number % 200);
        return data;
    }

    /** The value that the given part of all is not above, e.g. 0.99. */
    static long percentile(List<Long> values, double part) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }
}
