"""The hands and eyes of a person in a browser: with a mouse, or with the keyboard alone."""

from playwright.sync_api import Locator, Page, expect

# More stops than any page of the walk has.
MOST_TABS = 400
HAS_FOCUS = "element => element === document.activeElement"
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Hands:
    """Fill what a label says, press what a button says."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def fill(self, question: str, answer: str) -> None:
        self.page.get_by_label(question, exact=True).fill(answer)

    def pick(self, question: str, answer: str) -> None:
        """A button or a box in the group that asks the question."""
        self.check(self.page.get_by_role("group", name=question, exact=True).get_by_label(answer, exact=True))

    def check(self, box: Locator) -> None:
        box.check()

    def choose(self, question: str, answer: str) -> None:
        self.page.get_by_label(question, exact=True).select_option(label=answer)

    def press(self, button: str) -> None:
        self.push(self.page.get_by_role("button", name=button, exact=True))

    def follow(self, link: str) -> None:
        self.push(self.page.get_by_role("link", name=link, exact=True).first)

    def push(self, one: Locator) -> None:
        one.click()

    def sees(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
        assert self.page.evaluate(TOO_WIDE) <= 0, f"one must scroll sideways to read ”{heading}”"


class Keyboard(Hands):
    """No mouse: everything is reached with Tab, and what is reached can be seen."""

    def reach(self, target: Locator) -> None:
        target.wait_for()
        for _ in range(MOST_TABS):
            if target.evaluate(HAS_FOCUS):
                expect(target).to_be_in_viewport()
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {target}")

    def fill(self, question: str, answer: str) -> None:
        self.reach(self.page.get_by_label(question, exact=True))
        self.page.keyboard.press("Control+A")
        for place, line in enumerate(answer.split("\n")):
            if place:
                self.page.keyboard.press("Enter")
            self.page.keyboard.insert_text(line)

    def check(self, box: Locator) -> None:
        """A box by Tab and Space; a radio button by Tab to its group and then the arrows."""
        if box.is_checked():
            return
        if box.get_attribute("type") == "checkbox":
            self.reach(box)
            self.page.keyboard.press("Space")
        else:
            name = box.get_attribute("name")
            group = self.page.locator(f'input[type=radio][name="{name}"]')
            chosen = group.and_(self.page.locator(":checked"))
            self.reach(chosen.first if chosen.count() else group.first)
            self.page.keyboard.press("Space")
            for _ in range(group.count()):
                if box.is_checked():
                    break
                self.page.keyboard.press("ArrowDown")
        expect(box).to_be_checked()

    def choose(self, question: str, answer: str) -> None:
        field = self.page.get_by_label(question, exact=True)
        self.reach(field)
        for _ in range(field.locator("option").count()):
            if field.evaluate("select => select.selectedOptions[0].text") == answer:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows never reach ”{answer}”")

    def push(self, one: Locator) -> None:
        self.reach(one)
        self.page.keyboard.press("Enter")
