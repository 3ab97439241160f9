package io.segmenta.engine.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The articles of an invented shop for home and garden: every material with every thing made of it. */
final class Catalogue {
    private static final List<List<String>> MATERIALS = List.of(
            List.of("Oak", "Walnut", "Bamboo", "Beech", "Reclaimed Pine"),
            List.of("Linen", "Cotton", "Velvet", "Wool", "Striped Canvas"),
            List.of("Stoneware", "White Porcelain", "Blue Glazed", "Terracotta", "Speckled Clay"),
            List.of("Brass", "Copper", "Enamel", "Zinc", "Black Iron"),
            List.of("Vanilla", "Lavender", "Cedar", "Fig Leaf", "Winter Spice"));
    private static final List<List<String>> THINGS = List.of(
            List.of(
                    "Serving Board:1890",
                    "Picture Frame:1290",
                    "Coaster Set of 4:990",
                    "Toy Train:1650",
                    "Wall Shelf:3490",
                    "Salad Servers:1190",
                    "Key Holder:1450",
                    "Breakfast Tray:2790",
                    "Egg Cups Pair:750",
                    "Pepper Mill:2250",
                    "Step Stool:4900",
                    "Jewellery Box:2690"),
            List.of(
                    "Cushion Cover:1690",
                    "Tea Towel:690",
                    "Apron:1990",
                    "Table Runner:2290",
                    "Napkins Set of 4:1490",
                    "Shopping Bag:890",
                    "Door Stop:1150",
                    "Bunting 3 m:1390",
                    "Throw Blanket:4590",
                    "Oven Glove:1090",
                    "Peg Bag:950",
                    "Lampshade:2990"),
            List.of(
                    "Mug:790",
                    "Cereal Bowl:890",
                    "Teapot:2490",
                    "Milk Jug:1190",
                    "Dinner Plate:1090",
                    "Vase:1990",
                    "Plant Pot:1290",
                    "Butter Dish:1590",
                    "Salt Pig:1390",
                    "Sugar Bowl:990",
                    "Cake Stand:2890",
                    "Soap Dish:690"),
            List.of(
                    "Lantern:2190",
                    "Watering Can:2690",
                    "Candle Holder:1190",
                    "Bottle Opener:850",
                    "Coat Hook:650",
                    "Bread Bin:3890",
                    "Mirror:4290",
                    "Bird Feeder:1790",
                    "Storage Tin:990",
                    "Clock:3590",
                    "Door Knocker:2450",
                    "Letter Rack:1690"),
            List.of(
                    "Scented Candle:1490",
                    "Room Spray:1290",
                    "Soap Bar:490",
                    "Bath Salts:990",
                    "Reed Diffuser:2190",
                    "Hand Cream:890",
                    "Tea Lights Set of 10:690",
                    "Drawer Sachet:450",
                    "Gift Box:2990",
                    "Shower Gel:790",
                    "Lip Balm:350",
                    "Wax Melts:550"));

    private final List<byte[]> ids = new ArrayList<>();
    private final List<byte[]> names = new ArrayList<>();
    private final List<Integer> cents = new ArrayList<>();

    Catalogue() {
        for (int thing = 0; thing < THINGS.getFirst().size(); thing++) {
            for (int range = 0; range < THINGS.size(); range++) {
                for (int material = 0; material < MATERIALS.get(range).size(); material++) {
                    String[] nameAndPrice = THINGS.get(range).get(thing).split(":");
                    ids.add(ascii((20_100 + thing * 50 + range * 7) + String.valueOf((char) ('A' + material))));
                    names.add(ascii(MATERIALS.get(range).get(material) + " " + nameAndPrice[0]));
                    cents.add(Integer.parseInt(nameAndPrice[1]) + (material - 1) * 50);
                }
            }
        }
    }

    int size() {
        return ids.size();
    }

    byte[] id(int product) {
        return ids.get(product);
    }

    byte[] name(int product) {
        return names.get(product);
    }

    /** List price of the first year. */
    int cents(int product) {
        return cents.get(product);
    }

    /** A few articles sell often and most seldom; half of a customer's choices are of a favourite range. */
    int choose(Draw draw, int favourite) {
        double u = draw.uniform();
        int product = (int) (size() * u * StrictMath.sqrt(u));
        int block = MATERIALS.getFirst().size() * THINGS.size();
        if (draw.chance(0.5)) {
            int width = MATERIALS.getFirst().size();
            product = product / block * block + favourite * width + product % width;
        }
        return product;
    }

    static int ranges() {
        return THINGS.size();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
