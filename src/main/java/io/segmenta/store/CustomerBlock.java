package io.segmenta.store;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.forecast.CustomerForecast.Forecast;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.rhythm.NextPurchase;
import io.segmenta.engine.rhythm.Standing;
import io.segmenta.engine.rhythm.State;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some customers in a row as bytes: the length of the id, its UTF-8, and the numbers in the order of {@link Assignment}. A block that
 * begins with {@link #LATEST} has the forecast and the standing of each customer behind these; one with {@link #WITH_SILENCE} has a number more
 * in each forecast, one with {@link #WITH_FORECASTS} no standings besides; blocks of still earlier versions begin with a length.
 */
final class CustomerBlock {
    /** So many customers with the longest ids stay below the longest VARBINARY of H2, 1 MiB. */
    static final int SIZE = 256;

    static final int LONGEST_ID = 3_000;
    private static final int NUMBERS = 3 * Integer.BYTES + 3 * Double.BYTES + 2;

    private static final int WITH_FORECASTS = -1;
    private static final int WITH_SILENCE = -2;
    private static final int LATEST = -3;
    private static final int FORECAST = 2 + 7 * Double.BYTES;
    private static final int STANDING = 1 + 3 * Integer.BYTES;
    private static final int NOTHING = -1;

    private CustomerBlock() {}

    /** @throws UserFacingException where an id is longer than {@link #LONGEST_ID} bytes */
    static byte[] write(List<Assignment> customers) {
        List<byte[]> ids = customers.stream().map(CustomerBlock::id).toList();
        int bytes = ids.stream()
                .mapToInt(id -> id.length + NUMBERS + FORECAST + STANDING)
                .sum();
        ByteBuffer block = ByteBuffer.allocate(Integer.BYTES + bytes).putInt(LATEST);
        for (int i = 0; i < ids.size(); i++) {
            Assignment a = customers.get(i);
            block.putInt(ids.get(i).length).put(ids.get(i));
            block.putInt(a.recencyDays()).putInt(a.frequency());
            block.putDouble(a.monetary()).putDouble(a.averageBasketSize()).putDouble(a.clv());
            block.put((byte) (a.outlier() ? 1 : 0)).put((byte) a.cluster());
            put(block, a.forecast());
            put(block, a.standing());
        }
        return Arrays.copyOf(block.array(), block.position());
    }

    private static void put(ByteBuffer block, @Nullable Standing standing) {
        if (standing == null) {
            block.put((byte) NOTHING);
            return;
        }
        block.put((byte) standing.state().code());
        NextPurchase next = standing.next();
        block.putInt(next == null ? NOTHING : (int) next.from().toEpochDay());
        if (next != null) {
            block.putInt((int) next.likely().toEpochDay());
            block.putInt((int) next.to().toEpochDay());
        }
    }

    private static @Nullable Standing standing(ByteBuffer block) {
        int state = block.get();
        if (state == NOTHING) {
            return null;
        }
        int from = block.getInt();
        return new Standing(
                State.ofCode(state),
                from == NOTHING ? null : new NextPurchase(day(from), day(block.getInt()), day(block.getInt())));
    }

    private static LocalDate day(int sinceEpoch) {
        return LocalDate.ofEpochDay(sinceEpoch);
    }

    /** A number that is not there is NaN. */
    private static void put(ByteBuffer block, @Nullable CustomerForecast forecast) {
        if (forecast == null) {
            block.put((byte) 0);
            return;
        }
        block.put((byte) 1).put((byte) (forecast.singlePurchase() ? 1 : 0)).putDouble(forecast.riskScore());
        Forecast f = forecast.forecast();
        Interval interval = f == null ? null : f.interval();
        block.putDouble(f == null ? Double.NaN : f.inactive());
        block.putDouble(f == null ? Double.NaN : f.purchases());
        block.putDouble(f == null ? Double.NaN : f.spend());
        block.putDouble(f == null ? Double.NaN : f.lifetimeValue());
        block.putDouble(interval == null ? Double.NaN : interval.low());
        block.putDouble(interval == null ? Double.NaN : interval.high());
    }

    private static @Nullable CustomerForecast forecast(ByteBuffer block, String id, boolean silence) {
        if (block.get() == 0) {
            return null;
        }
        boolean single = block.get() == 1;
        double risk = block.getDouble();
        double inactive = block.getDouble();
        double purchases = block.getDouble();
        double spend = block.getDouble();
        double value = block.getDouble();
        double low = block.getDouble();
        double high = block.getDouble();
        if (silence) {
            block.getDouble();
        }
        Interval interval = Double.isNaN(low) ? null : new Interval(low, high);
        return new CustomerForecast(
                id,
                risk,
                single,
                Double.isNaN(inactive) ? null : new Forecast(inactive, purchases, spend, value, interval));
    }

    private static byte[] id(Assignment customer) {
        byte[] id = customer.customerId().getBytes(StandardCharsets.UTF_8);
        if (id.length > LONGEST_ID) {
            throw new UserFacingException(
                    "The customer id \"" + customer.customerId().substring(0, 40)
                            + "…\" is " + customer.customerId().length()
                            + " characters long. Check that the right column is chosen for the customer.");
        }
        return id;
    }

    static Assignment[] read(byte[] content) {
        ByteBuffer block = ByteBuffer.wrap(content);
        Assignment[] customers = new Assignment[SIZE];
        int count = 0;
        int version = block.getInt();
        boolean standings = version == LATEST || version == WITH_SILENCE;
        boolean forecasts = standings || version == WITH_FORECASTS;
        if (!forecasts) {
            block.rewind();
        }
        while (block.hasRemaining()) {
            int length = block.getInt();
            String id = new String(content, block.position(), length, StandardCharsets.UTF_8);
            block.position(block.position() + length);
            customers[count++] = new Assignment(
                    id,
                    block.getInt(),
                    block.getInt(),
                    block.getDouble(),
                    block.getDouble(),
                    block.getDouble(),
                    block.get() == 1,
                    block.get(),
                    forecasts ? forecast(block, id, version != LATEST) : null,
                    standings ? standing(block) : null);
        }
        return Arrays.copyOf(customers, count);
    }
}
