"""What is said or sent instead of an answer: answered without a verdict, and bounded."""

from dataclasses import replace

from bot.domain.dialogue import Command, Medium, Move
from bot.engine.flow import ANSWERING, Flow, Reaction
from bot.engine.scene import Scene
from bot.engine.state import Cue, Record, TurnKind

NO_MEDIUM = {
    Medium.STICKER: Move.NO_STICKER,
    Medium.PHOTO: Move.NO_PICTURE,
    Medium.FILE: Move.NO_FILE,
    Medium.VOICE: Move.NO_VOICE,
    Medium.FORWARD: Move.NO_FORWARD,
    Medium.OTHER: Move.NO_STICKER,
}
_BREAK = (Command.PAUSE, Command.SKIP, Command.STOP)


class Asides:
    """Reactions that leave the question where it is, until patience ends."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow

    def make(self, scene: Scene, why: str, move: Move, choices: tuple[Command, ...] = ANSWERING) -> Reaction:
        """Answer an aside with one line; one too many on a question closes the question."""
        record = replace(scene.record, asides=scene.record.asides + 1, heard=scene.message)
        if record.asides > self._flow.policy.asides:
            return replace(self.give_up(scene, record, why), kind=TurnKind.ASIDE)
        return replace(self._flow.say(scene.state, record, why, Cue(move), choices=choices), kind=TurnKind.ASIDE)

    def give_up(self, scene: Scene, record: Record, why: str) -> Reaction:
        """Leave a question on which nothing more came."""
        cues = (Cue(Move.DECLINED_LAST),)
        return self._flow.leave(scene.state, record.given_up(), cues, scene.moment, f"patience:{why}")

    def gibberish(self, scene: Scene) -> Reaction:
        """Letters without words."""
        return self.make(scene, "gibberish", Move.GIBBERISH)

    def hesitating(self, scene: Scene) -> Reaction:
        """Hums are thinking, and thinking gets time."""
        return self.make(scene, "hesitation", Move.TAKE_TIME)

    def wordless(self, scene: Scene) -> Reaction:
        """Emoji or punctuation alone."""
        return self.make(scene, "wordless", Move.NO_STICKER)

    def off_topic(self, scene: Scene) -> Reaction:
        """Small talk: a friendly line, then a shorter one, then the offer of a break."""
        if self._flow.policy.allows(scene.record, Move.OFF_TOPIC):
            return self.make(scene, "off-topic", Move.OFF_TOPIC)
        shorter = self._flow.policy.allows(scene.record, Move.OFF_TOPIC_AGAIN)
        return self.make(scene, "off-topic", Move.OFF_TOPIC_AGAIN, ANSWERING if shorter else _BREAK)

    def greeted(self, scene: Scene) -> Reaction:
        """A greeting is returned once; after that it is small talk."""
        return self._courtesy(scene, "greeted", Move.GREETED)

    def thanked(self, scene: Scene) -> Reaction:
        """Thanks are taken once; after that they are small talk."""
        return self._courtesy(scene, "thanked", Move.THANKED)

    def _courtesy(self, scene: Scene, why: str, move: Move) -> Reaction:
        if not self._flow.policy.allows(scene.record, move):
            return self.off_topic(scene)
        said = self._flow.say(scene.state, replace(scene.record, heard=scene.message), why, Cue(move))
        return replace(said, kind=TurnKind.ASIDE)

    def elsewhere(self, scene: Scene) -> Reaction:
        """An answer about another topic: the question again, once."""
        cue = Cue(Move.ELSEWHERE, scene.question.prompt)
        said = self._flow.say(scene.state, replace(scene.record, heard=scene.message), "elsewhere", cue)
        return replace(said, kind=TurnKind.ASIDE)

    def orders(self, scene: Scene) -> Reaction:
        """Commands to the interviewer."""
        return self.make(scene, "orders", Move.ORDERS)

    def insult(self, scene: Scene) -> Reaction:
        """The first insult of an interview is met calmly, the second ends it."""
        state = replace(scene.state, insults=scene.state.insults + 1)
        if state.insults > 1:
            ended = self._flow.finish(state, (Cue(Move.INSULT_AGAIN),), "insult", scene.moment)
            return replace(ended, kind=TurnKind.ASIDE)
        return self.make(replace(scene, state=state), "insult", Move.INSULT, _BREAK)

    def medium(self, scene: Scene, medium: Medium) -> Reaction:
        """Something without words of the candidate's own."""
        return replace(self.make(scene, medium, NO_MEDIUM[medium]), kind=TurnKind.MEDIUM)
