package id.deskpilkada.fieldapp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A thin and long line between a browser and the application, at a port of its own: all connections share its width, what is sent arrives so much later, and a connection costs a way
 * there and back before its first byte, as its handshake does. Unlike a browser's own throttle, which leaves connections out.
 */
final class SlowLine implements AutoCloseable {

    /** What one packet carries, and what it weighs besides. */
    private static final int PACKET = 1400;

    private static final int WRAPPING = 40;
    private static final int PACKETS_UNDER_WAY = 64;

    private record Packet(byte[] content, long arrives) {}

    private final int target;
    private final long way;
    private final ServerSocket ear = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService work = Executors.newCachedThreadPool(SlowLine::daemon);
    private final Direction up;
    private final Direction down;
    private final AtomicInteger connections = new AtomicInteger();

    /**
     * @param target port of the application
     * @param bitsPerSecond in each direction
     * @param way how long a byte is under way, in each direction
     */
    SlowLine(int target, int bitsPerSecond, Duration way) throws IOException {
        this.target = target;
        this.way = way.toNanos();
        up = new Direction(bitsPerSecond);
        down = new Direction(bitsPerSecond);
        work.execute(this::listen);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "slow-line");
        thread.setDaemon(true);
        return thread;
    }

    int port() {
        return ear.getLocalPort();
    }

    /** Opened so far. */
    int connections() {
        return connections.get();
    }

    /** Received by the browser so far, headers of HTTP included. */
    long bytes() {
        return down.bytes.get();
    }

    private void listen() {
        while (!ear.isClosed()) {
            try {
                var caller = ear.accept();
                connections.incrementAndGet();
                work.execute(() -> connect(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        try {
            long opened = System.nanoTime() + 2 * way;
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            caller.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            pass(caller, server, up, opened);
            pass(server, caller, down, opened);
        } catch (IOException refused) {
            close(caller);
        }
    }

    private void pass(Socket from, Socket to, Direction direction, long notBefore) {
        BlockingQueue<Packet> underWay = new ArrayBlockingQueue<>(PACKETS_UNDER_WAY);
        work.execute(() -> {
            try {
                send(from, direction, underWay, notBefore);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        work.execute(() -> {
            try {
                arrive(underWay, to);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void send(Socket from, Direction direction, BlockingQueue<Packet> underWay, long notBefore)
            throws InterruptedException {
        var buffer = new byte[PACKET];
        int read = 0;
        while (read >= 0) {
            try {
                read = from.getInputStream().read(buffer);
            } catch (IOException gone) {
                read = -1;
            }
            if (read > 0) {
                until(notBefore);
                direction.takes(read);
            }
            underWay.put(new Packet(Arrays.copyOf(buffer, Math.max(0, read)), System.nanoTime() + way));
        }
    }

    /** An empty packet is the end. */
    private static void arrive(BlockingQueue<Packet> underWay, Socket to) throws InterruptedException {
        try (to) {
            for (var packet = underWay.take(); packet.content().length > 0; packet = underWay.take()) {
                until(packet.arrives());
                to.getOutputStream().write(packet.content());
            }
        } catch (IOException gone) {
            close(to);
        }
    }

    private static void until(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // What it carried is lost either way.
        }
    }

    @Override
    public void close() throws IOException {
        ear.close();
        work.shutdownNow();
    }

    /** One packet after the other, of whichever connection has waited longest. */
    private static final class Direction {

        private final ReentrantLock turn = new ReentrantLock(true);
        private final AtomicLong bytes = new AtomicLong();
        private final long nanosPerByte;

        Direction(int bitsPerSecond) {
            nanosPerByte = 8_000_000_000L / bitsPerSecond;
        }

        void takes(int size) {
            turn.lock();
            try {
                until(System.nanoTime() + (size + WRAPPING) * nanosPerByte);
                bytes.addAndGet(size);
            } finally {
                turn.unlock();
            }
        }
    }
}
