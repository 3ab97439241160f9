package io.segmenta.store;

import io.segmenta.base.UserFacingException;
import io.segmenta.run.Assignment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Some customers in a row as bytes: the length of the id, its UTF-8, and the numbers in the order of {@link Assignment}. */
final class CustomerBlock {
    /** So many customers with the longest ids stay below the longest VARBINARY of H2, 1 MiB. */
    static final int SIZE = 256;

    static final int LONGEST_ID = 3_000;
    private static final int NUMBERS = 3 * Integer.BYTES + 3 * Double.BYTES + 2;

    private CustomerBlock() {}

    static byte[] write(List<Assignment> customers) {
        List<byte[]> ids = customers.stream().map(CustomerBlock::id).toList();
        int bytes = ids.stream().mapToInt(id -> id.length + NUMBERS).sum();
        ByteBuffer block = ByteBuffer.allocate(bytes);
        for (int i = 0; i < ids.size(); i++) {
            Assignment a = customers.get(i);
            block.putInt(ids.get(i).length).put(ids.get(i));
            block.putInt(a.recencyDays()).putInt(a.frequency());
            block.putDouble(a.monetary()).putDouble(a.averageBasketSize()).putDouble(a.clv());
            block.put((byte) (a.outlier() ? 1 : 0)).put((byte) a.cluster());
        }
        return block.array();
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
                    block.get());
        }
        return Arrays.copyOf(customers, count);
    }
}
