package id.deskpilkada.dashboard.publicview.mirror;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Many readers of one address, each on a connection of its own that is kept, with a client so plain that it costs little of the machine that is measured. */
final class Readers {

    private static final int MOST = 1_000_000;

    private final int port;
    private final byte[] request;

    Readers(int port, String path, String... headers) {
        this.port = port;
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n"
                        + String.join(
                                "",
                                Arrays.stream(headers)
                                        .map(line -> line + "\r\n")
                                        .toList()) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @param bytes of one answer's body; times in microseconds */
    record Figures(double perSecond, long p50, long p99, int bytes) {}

    Figures read(int connections, Duration time) {
        var threads = Executors.newFixedThreadPool(connections);
        try {
            long begun = System.nanoTime();
            long end = begun + time.toNanos();
            var readers = IntStream.range(0, connections)
                    .mapToObj(number -> reader(threads, end))
                    .toList();
            var lags = readers.stream()
                    .flatMapToLong(reader -> Arrays.stream(reader.join()))
                    .sorted()
                    .toArray();
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Figures(
                    lags.length / seconds,
                    lags[lags.length / 2] / 1000,
                    lags[(int) (lags.length * 0.99)] / 1000,
                    once());
        } finally {
            threads.shutdown();
        }
    }

    private CompletableFuture<long[]> reader(ExecutorService threads, long end) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var lags = new long[MOST];
                    int count = 0;
                    try {
                        while (System.nanoTime() < end) {
                            count = onOneConnection(lags, count, end);
                        }
                        return Arrays.copyOf(lags, count);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                threads);
    }

    /** Until the server wants another connection, as it does after so many requests. */
    private int onOneConnection(long[] lags, int begun, long end) throws IOException {
        int count = begun;
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            var answers = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            boolean goesOn = true;
            for (long now = System.nanoTime(); goesOn && now < end && count < lags.length; ) {
                socket.getOutputStream().write(request);
                goesOn = answer(answers).goesOn();
                long after = System.nanoTime();
                lags[count++] = after - now;
                now = after;
            }
        }
        return count;
    }

    private int once() {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request);
            return answer(new BufferedInputStream(socket.getInputStream())).length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Answer(int length, boolean goesOn) {}

    /** Reads one answer whose length is told. */
    private static Answer answer(InputStream answers) throws IOException {
        int length = 0;
        boolean goesOn = true;
        var line = line(answers);
        if (!line.startsWith("HTTP/1.1 200")) {
            throw new IOException(line);
        }
        for (line = line(answers); !line.isEmpty(); line = line(answers)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
            goesOn &= !line.equalsIgnoreCase("connection: close");
        }
        answers.skipNBytes(length);
        return new Answer(length, goesOn);
    }

    private static String line(InputStream answers) throws IOException {
        var line = new StringBuilder(64);
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new IOException("The connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
