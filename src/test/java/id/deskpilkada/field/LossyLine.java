package id.deskpilkada.field;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * The line between phones and the application: stands at a port of its own, which the browser takes for the application. Each request gets a connection of its own and so its own
 * luck, drawn from a fixed seed.
 */
final class LossyLine implements AutoCloseable {

    /** What the line does to requests from now on. */
    enum Weather {
        CLEAR,
        /** Three of ten requests or their answers break, early or in the middle, and the others are delayed. */
        LOSSY,
        /** No connection lasts. */
        DEAD,
        /** Something before the application answers 500 to whatever is asked of the API. */
        FAILING,
        /** The application is asked, what it says is kept back until whoever asked has gone. */
        SILENT
    }

    private static final double LOSS = 0.3;
    private static final int LONGEST_DELAY = 60;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)");
    private static final Pattern CONNECTION = Pattern.compile("(?i)\r\nConnection: [^\r\n]*");
    private static final byte[] FAILED =
            "HTTP/1.1 500 Internal Server Error\r\nContent-Type: text/html\r\nContent-Length: 23\r\nConnection: close\r\n\r\n<h1>Internal Error</h1>"
                    .getBytes(StandardCharsets.ISO_8859_1);

    private final int target;
    private final Random luck;
    private final ServerSocket ear = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final ExecutorService callers = Executors.newCachedThreadPool(LossyLine::daemon);
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger reports = new AtomicInteger();
    private volatile Weather weather = Weather.CLEAR;

    /** @param target port of the application */
    LossyLine(int target, long seed) throws IOException {
        this.target = target;
        this.luck = new Random(seed);
        callers.execute(this::listen);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "lossy-line");
        thread.setDaemon(true);
        return thread;
    }

    int port() {
        return ear.getLocalPort();
    }

    void becomes(Weather next) {
        weather = next;
    }

    /** Requests and answers that it broke. */
    int lost() {
        return lost.get();
    }

    /** Reports that reached the application whole, however often the same. */
    int reportsPassed() {
        return reports.get();
    }

    private void listen() {
        while (!ear.isClosed()) {
            try {
                var caller = ear.accept();
                callers.execute(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            var request = request(caller.getInputStream());
            if (request.length > 0) {
                pass(request, caller);
            }
        } catch (IOException gone) {
            // A line breaks now and then; this is one.
        }
    }

    private void pass(byte[] request, Socket caller) throws IOException {
        var now = weather;
        boolean api =
                new String(request, 0, Math.min(60, request.length), StandardCharsets.ISO_8859_1).contains(" /api/");
        if (now == Weather.FAILING && api) {
            caller.getOutputStream().write(FAILED);
        } else if (now == Weather.DEAD) {
            lost.incrementAndGet();
        } else if (now == Weather.SILENT && api) {
            ask(request).readAllBytes();
            caller.getInputStream().transferTo(ByteArrayOutputStream.nullOutputStream());
        } else if (now == Weather.LOSSY) {
            passOrLose(request, caller);
        } else {
            ask(request).transferTo(caller.getOutputStream());
        }
    }

    private void passOrLose(byte[] request, Socket caller) throws IOException {
        boolean breaks;
        int where;
        synchronized (luck) {
            breaks = luck.nextDouble() < LOSS;
            where = luck.nextInt(4);
        }
        if (!breaks) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delay()));
            ask(request).transferTo(caller.getOutputStream());
            return;
        }
        lost.incrementAndGet();
        if (where == 1) {
            half(request);
        } else if (where > 1) {
            var answer = ask(request).readAllBytes();
            caller.getOutputStream().write(answer, 0, where == 2 ? 0 : answer.length / 2);
        }
    }

    private int delay() {
        synchronized (luck) {
            return luck.nextInt(LONGEST_DELAY);
        }
    }

    private InputStream ask(byte[] request) throws IOException {
        var server = new Socket(InetAddress.getLoopbackAddress(), target);
        server.getOutputStream().write(request);
        if (new String(request, 0, Math.min(25, request.length), StandardCharsets.ISO_8859_1)
                .startsWith("PUT /api/field-reports/")) {
            reports.incrementAndGet();
        }
        return server.getInputStream();
    }

    private void half(byte[] request) throws IOException {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            server.getOutputStream().write(request, 0, request.length / 2);
        }
    }

    /** The whole request, made the last of its connection. */
    private static byte[] request(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int matched = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            matched = next == (matched % 2 == 0 ? '\r' : '\n') ? matched + 1 : next == '\r' ? 1 : 0;
            if (matched == 4) {
                return whole(head.toString(StandardCharsets.ISO_8859_1), in);
            }
        }
        return new byte[0];
    }

    private static byte[] whole(String head, InputStream in) throws IOException {
        var length = LENGTH.matcher(head);
        var body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        var last = CONNECTION.matcher(head).replaceAll("").replaceFirst("\r\n", "\r\nConnection: close\r\n");
        var request = new ByteArrayOutputStream();
        request.writeBytes(last.getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    @Override
    public void close() throws IOException {
        ear.close();
        callers.shutdownNow();
    }
}
